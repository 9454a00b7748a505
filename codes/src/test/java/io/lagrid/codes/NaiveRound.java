package io.lagrid.codes;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.transfer.PointTransfer;
import io.lagrid.algebra.transform.PlainTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One round of a product code on small random blocks, straight from the definitions: the naive twin
 * of encode, compute and decode.
 */
public final class NaiveRound {

  private static final int LARGEST_ENTRY = 9;

  private final int blockRows;
  private final int blockColumns;
  private final Arithmetic arithmetic;
  private final Randomness random;
  private final List<Block> expected;
  private final List<Block> answers;
  private final Partition share;

  /** A round on fresh random data and noise. */
  public NaiveRound(ProductCode code, Arithmetic arithmetic, Randomness random) {
    this(code, arithmetic, random, 2, 3, 2);
  }

  private NaiveRound(
      ProductCode code,
      Arithmetic arithmetic,
      Randomness random,
      int rows,
      int inner,
      int columns) {
    this.blockRows = rows;
    this.blockColumns = columns;
    this.arithmetic = arithmetic;
    this.random = random;
    this.share = code.sharePartition();
    List<Block> left = data(code.grid().leftBlocks(), rows, inner);
    List<Block> right = data(code.grid().rightBlocks(), inner, columns);
    expected = products(code, left, right);
    List<Block> leftShares = shares(code, 0, left);
    List<Block> rightShares = shares(code, 1, right);
    answers = new ArrayList<>();
    for (int worker = 0; worker < code.parameters().workers(); worker++) {
      answers.add(answer(worker, leftShares, rightShares));
    }
  }

  /** A round whose blocks are single numbers. */
  public static NaiveRound ofNumbers(ProductCode code, Arithmetic arithmetic, Randomness random) {
    return new NaiveRound(code, arithmetic, random, 1, 1, 1);
  }

  /** What every worker honestly answers. */
  public List<Block> answers() {
    return answers;
  }

  /** The result blocks. */
  public List<Block> expected() {
    return expected;
  }

  /** The result blocks that a decoding makes of these answers, by number of worker. */
  public List<Block> decode(Decoding.Decodable decoding, List<Block> given) {
    List<Block> used = decoding.used().stream().map(given::get).flatMap(this::pieces).toList();
    if (!decoding.transfers().isEmpty()) {
      return transferred(decoding.transfers(), used);
    }
    List<Block> results = new ArrayList<>();
    for (int row = 0; row < decoding.coefficients().get(0).rows(); row++) {
      List<Matrix> planes = new ArrayList<>();
      for (int plane = 0; plane < arithmetic.size(); plane++) {
        planes.add(combination(plane, decoding.coefficients().get(plane), row, used));
      }
      results.add(new Block(planes));
    }
    return results;
  }

  /** What transfers, plane by plane, make of blocks. */
  public List<Block> transferred(List<PointTransfer> transfers, List<Block> blocks) {
    Block like = blocks.get(0);
    List<Block> results = new ArrayList<>();
    for (int i = 0; i < transfers.get(0).targets(); i++) {
      results.add(Block.zeros(arithmetic.size(), like.rows(), like.columns()));
    }
    for (int i = 0; i < arithmetic.size(); i++) {
      int plane = i;
      List<Matrix> from = blocks.stream().map(block -> block.plane(plane)).toList();
      List<Matrix> to = results.stream().map(block -> block.plane(plane)).toList();
      transfers.get(i).apply(from, to, new PlainTransform(), Cancellation.never());
    }
    return results;
  }

  /** A block of uniform random residues (small integers over the reals). */
  public Block randomBlock(int rows, int columns) {
    Block block = Block.zeros(arithmetic.size(), rows, columns);
    for (int plane = 0; plane < arithmetic.size(); plane++) {
      double[] entries = block.plane(plane).data();
      if (arithmetic.plane(plane) instanceof PrimeField field) {
        random.fill(field, entries, 0, entries.length);
      } else {
        System.arraycopy(integers(entries.length), 0, entries, 0, entries.length);
      }
    }
    return block;
  }

  /** The largest difference of two lists of blocks, entry by entry. */
  public static double distance(List<Block> first, List<Block> second) {
    double largest = first.size() == second.size() ? 0 : Double.POSITIVE_INFINITY;
    for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
      for (int plane = 0; plane < first.get(i).planes().size(); plane++) {
        double[] a = first.get(i).plane(plane).toArray();
        double[] b = second.get(i).plane(plane).toArray();
        for (int entry = 0; entry < a.length; entry++) {
          largest = Math.max(largest, Math.abs(a[entry] - b[entry]));
        }
      }
    }
    return largest;
  }

  private List<Block> data(int count, int rows, int columns) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] entries = integers(rows * columns);
      List<Matrix> planes = new ArrayList<>();
      for (Field field : arithmetic.planes()) {
        double[] residues = new double[entries.length];
        for (int entry = 0; entry < entries.length; entry++) {
          residues[entry] = field.of((long) entries[entry]);
        }
        planes.add(Matrix.of(rows, columns, residues));
      }
      blocks.add(new Block(planes));
    }
    return blocks;
  }

  private double[] integers(int count) {
    double[] entries = new double[count];
    for (int i = 0; i < count; i++) {
      entries[i] = random.nextInt(2 * LARGEST_ENTRY + 1) - LARGEST_ENTRY;
    }
    return entries;
  }

  /** The coded blocks, worker by worker. */
  private List<Block> shares(ProductCode code, int operand, List<Block> data) {
    List<Block> blocks = new ArrayList<>(data);
    Block shape = data.get(0);
    int noise = code.encoding(operand, arithmetic.plane(0)).noiseBlocks();
    for (int t = 0; t < noise; t++) {
      blocks.add(randomBlock(shape.rows(), shape.columns()));
    }
    List<Block> shares = new ArrayList<>();
    int rows = code.encoding(operand, arithmetic.plane(0)).coefficients().rows();
    for (int row = 0; row < rows; row++) {
      List<Matrix> planes = new ArrayList<>();
      for (int plane = 0; plane < arithmetic.size(); plane++) {
        Encoding encoding = code.encoding(operand, arithmetic.plane(plane));
        planes.add(combination(plane, encoding.coefficients(), row, blocks));
      }
      shares.add(new Block(planes));
    }
    return shares;
  }

  /** The pieces Σ_t left[r][t]·right[t][c] of one worker's answer, side by side. */
  private Block answer(int worker, List<Block> left, List<Block> right) {
    Block answer = Block.zeros(arithmetic.size(), share.m() * blockRows, share.n() * blockColumns);
    for (int piece = 0; piece < share.m() * share.n(); piece++) {
      int row = piece / share.n();
      int column = piece % share.n();
      Block sum = Block.zeros(arithmetic.size(), blockRows, blockColumns);
      for (int t = 0; t < share.p(); t++) {
        Block first = left.get((worker * share.m() + row) * share.p() + t);
        Block second = right.get((worker * share.p() + t) * share.n() + column);
        sum = add(sum, product(first, second));
      }
      for (int plane = 0; plane < arithmetic.size(); plane++) {
        answer
            .plane(plane)
            .block(row * blockRows, column * blockColumns, blockRows, blockColumns)
            .write(sum.plane(plane));
      }
    }
    return answer;
  }

  /** The pieces of one answer, row by row over the share's grid. */
  private Stream<Block> pieces(Block answer) {
    int rows = answer.rows() / share.m();
    int columns = answer.columns() / share.n();
    return IntStream.range(0, share.m() * share.n())
        .mapToObj(
            cell ->
                new Block(
                    answer.planes().stream()
                        .map(
                            plane ->
                                plane.block(
                                    cell / share.n() * rows,
                                    cell % share.n() * columns,
                                    rows,
                                    columns))
                        .toList()));
  }

  /** C_l[k][k'] = Σ_j A_l[k][j]·B_l[j][k'] by four loops. */
  private List<Block> products(ProductCode code, List<Block> left, List<Block> right) {
    int p = code.partition().p();
    int m = code.partition().m();
    int n = code.partition().n();
    List<Block> results = new ArrayList<>();
    for (int l = 0; l < code.batch(); l++) {
      for (int k = 0; k < m; k++) {
        for (int column = 0; column < n; column++) {
          Block sum = Block.zeros(arithmetic.size(), blockRows, blockColumns);
          for (int j = 0; j < p; j++) {
            Block a = left.get(l * m * p + k * p + j);
            Block b = right.get(l * p * n + j * n + column);
            sum = add(sum, product(a, b));
          }
          results.add(sum);
        }
      }
    }
    return results;
  }

  private Block product(Block a, Block b) {
    Block result = Block.zeros(arithmetic.size(), a.rows(), b.columns());
    for (int plane = 0; plane < arithmetic.size(); plane++) {
      Field field = arithmetic.plane(plane);
      for (int i = 0; i < a.rows(); i++) {
        for (int j = 0; j < b.columns(); j++) {
          double sum = 0;
          for (int k = 0; k < a.columns(); k++) {
            double term = field.multiply(a.plane(plane).get(i, k), b.plane(plane).get(k, j));
            sum = field.add(sum, term);
          }
          result.plane(plane).set(i, j, sum);
        }
      }
    }
    return result;
  }

  private Block add(Block a, Block b) {
    List<Matrix> planes = new ArrayList<>();
    for (int plane = 0; plane < arithmetic.size(); plane++) {
      Matrix ones = Matrix.ofRows(new double[] {1, 1});
      planes.add(combination(plane, ones, 0, List.of(a, b)));
    }
    return new Block(planes);
  }

  private Matrix combination(int plane, Matrix coefficients, int row, List<Block> blocks) {
    Field field = arithmetic.plane(plane);
    Matrix sum = Matrix.zeros(blocks.get(0).rows(), blocks.get(0).columns());
    for (int k = 0; k < blocks.size(); k++) {
      Matrix block = blocks.get(k).plane(plane);
      for (int i = 0; i < sum.rows(); i++) {
        for (int j = 0; j < sum.columns(); j++) {
          double term = field.multiply(coefficients.get(row, k), block.get(i, j));
          sum.set(i, j, field.add(sum.get(i, j), term));
        }
      }
    }
    return sum;
  }
}
