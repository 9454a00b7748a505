package io.lagrid.engine.campaign;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.algebra.matrix.SparseLongMatrix;
import io.lagrid.algebra.matrix.SparseMatrix;
import io.lagrid.codes.Operation;
import io.lagrid.engine.Naive;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Draws what is to be computed, on small operands. Confined to one thread. */
final class UndertakingGenerator {

  private static final List<String> FUNCTIONS = List.of("tanh", "sigmoid", "gelu", "softmax");

  /** Cubes of numbers so large still are longs. */
  private static final int LARGEST_ENTRY = 1 << 18;

  private final Randomness random;
  private final long seed;
  private boolean integers;

  UndertakingGenerator(Randomness random, long seed) {
    this.random = random;
    this.seed = seed;
  }

  /** Products for two seeds of three; the other operations take turns. */
  Undertaking draw(boolean ofIntegers) {
    integers = ofIntegers;
    if (seed % 3 != 0) {
      return multiplying();
    }
    return switch ((int) (seed / 3 % 4)) {
      case 0 -> convolving();
      case 1 -> contracting();
      case 2 -> evaluating();
      default -> estimating();
    };
  }

  private Multiplying multiplying() {
    int batch = chance(0.2) ? 2 + random.nextInt(2) : 1;
    boolean sparse = seed % 4 == 3;
    Operation.Product product =
        new Operation.Product(batch, side(), side(), side(), sparse ? 0.3 : 1, 1);
    int rounds = batch > 1 ? 1 : 1 + random.nextInt(3);
    List<Operand> left = operands(product.rows(), product.inner(), batch);
    List<List<Operand>> right =
        Stream.generate(() -> operands(product.inner(), product.columns(), batch))
            .limit(rounds)
            .toList();
    return new Multiplying(
        product, sparse ? left.stream().map(this::thinned).toList() : left, right);
  }

  private Convolving convolving() {
    boolean sequences = chance(0.5);
    int columns = sequences ? 1 : side();
    Operand left = operand(side() + side(), columns);
    int rows = side() + side();
    int others = sequences ? 1 : side();
    return new Convolving(left, rounds(() -> operand(rows, others)));
  }

  private Contracting contracting() {
    Contracting.Form form = any(Contracting.Form.values());
    int batch = form == Contracting.Form.BATCH ? 2 + random.nextInt(3) : 1;
    int rows = side();
    int inner = side();
    Operand a = operand(batch * rows, inner);
    Operand b = form.alike() ? operand(rows, inner) : operand(batch * inner, side());
    return new Contracting(form, a, b, batch);
  }

  private Evaluating evaluating() {
    Evaluating.Map map = any(Evaluating.Map.values());
    int rows = side();
    int columns = map.square() ? rows : side();
    return new Evaluating(map, rounds(() -> operand(rows, columns)));
  }

  /** Blocks along a curve. */
  private Estimating estimating() {
    int rows = 1 + random.nextInt(3);
    int columns = 1 + random.nextInt(3);
    int count = 1 + random.nextInt(4);
    double[] phases = Naive.doubles(1, rows * columns, random).toArray();
    List<Matrix> blocks =
        Stream.iterate(0, k -> k + 1)
            .limit(count)
            .map(k -> Arrays.stream(phases).map(phase -> Math.sin(0.5 * k + 3 * phase)).toArray())
            .map(entries -> Matrix.of(rows, columns, entries))
            .toList();
    return new Estimating(any(FUNCTIONS.toArray(String[]::new)), blocks);
  }

  private List<Operand> rounds(Supplier<Operand> operand) {
    return Stream.generate(operand).limit(1 + random.nextInt(2)).toList();
  }

  /** About three entries in ten, never all. */
  private Operand thinned(Operand dense) {
    int[] rows = new int[dense.rows() * dense.columns()];
    int[] columns = new int[rows.length];
    int count = 0;
    for (int i = 1; i < rows.length; i++) {
      if (random.nextInt(10) < 3) {
        rows[count] = i / dense.columns();
        columns[count++] = i % dense.columns();
      }
    }
    int[] rowOf = Arrays.copyOf(rows, count);
    int[] columnOf = Arrays.copyOf(columns, count);
    if (dense instanceof LongMatrix longs) {
      long[] values = new long[count];
      Arrays.setAll(values, e -> longs.get(rowOf[e], columnOf[e]));
      return SparseLongMatrix.ofEntries(dense.rows(), dense.columns(), rowOf, columnOf, values);
    }
    double[] values = new double[count];
    Arrays.setAll(values, e -> ((Matrix) dense).get(rowOf[e], columnOf[e]));
    return SparseMatrix.ofEntries(dense.rows(), dense.columns(), rowOf, columnOf, values);
  }

  private List<Operand> operands(int rows, int columns, int count) {
    int bound = 1 << (1 + random.nextInt(28));
    return Stream.<Operand>generate(() -> operand(rows, columns, bound)).limit(count).toList();
  }

  private Operand operand(int rows, int columns) {
    return operand(rows, columns, 1 + random.nextInt(LARGEST_ENTRY));
  }

  private Operand operand(int rows, int columns, int bound) {
    return integers
        ? Naive.longs(rows, columns, bound, random)
        : Naive.doubles(rows, columns, random);
  }

  private <T> T any(T[] all) {
    return List.of(all).get(random.nextInt(all.length));
  }

  private int side() {
    return 1 + random.nextInt(6);
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }
}
