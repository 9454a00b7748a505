package io.lagrid.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Naive;
import io.lagrid.engine.cluster.local.LocalCluster;
import io.lagrid.engine.polynomial.BlockAlgebra;
import io.lagrid.engine.polynomial.BlockShape;
import io.lagrid.engine.polynomial.PolynomialMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Users' maps whose promises hold for small operands only never give a wrong value. */
class BrokenPromisesTest {

  private final Randomness random = Randomness.insecure(20261122);

  /** a²b, entry by entry. */
  private record SquareTimes(boolean swapped) implements PolynomialMap {
    @Override
    public int degree() {
      return 3;
    }

    @Override
    public int operands() {
      return 2;
    }

    @Override
    public Cut cut() {
      return Cut.ENTRIES;
    }

    @Override
    public BlockShape shape(List<BlockShape> operands) {
      return operands.get(0);
    }

    @Override
    public double bound(double[] largest, List<BlockShape> operands) {
      double once = largest[swapped ? 0 : 1];
      double twice = largest[swapped ? 1 : 0];
      return once * twice * twice;
    }

    @Override
    public Matrix apply(List<Matrix> operands, BlockAlgebra algebra) {
      Field field = algebra.field();
      Matrix value = operands.get(0).copy();
      for (int i = 0; i < value.rows(); i++) {
        for (int j = 0; j < value.columns(); j++) {
          double a = value.get(i, j);
          value.set(i, j, field.multiply(field.multiply(a, a), operands.get(1).get(i, j)));
        }
      }
      return value;
    }
  }

  /** x³, or x⁴ at the first entry of blocks beyond a size. */
  private record Cube(double boundedUpTo, int cubesUpTo) implements PolynomialMap {
    @Override
    public int degree() {
      return 3;
    }

    @Override
    public Cut cut() {
      return Cut.ENTRIES;
    }

    @Override
    public BlockShape shape(List<BlockShape> operands) {
      return operands.get(0);
    }

    @Override
    public double bound(double[] largest, List<BlockShape> operands) {
      return Math.pow(Math.min(largest[0], boundedUpTo), 3);
    }

    @Override
    public Matrix apply(List<Matrix> operands, BlockAlgebra algebra) {
      Field field = algebra.field();
      Matrix value = operands.get(0).copy();
      int entries = value.rows() * value.columns();
      for (int i = 0; i < value.rows(); i++) {
        for (int j = 0; j < value.columns(); j++) {
          double x = value.get(i, j);
          double cube = field.multiply(field.multiply(x, x), x);
          boolean keeps = entries <= cubesUpTo || i > 0 || j > 0;
          value.set(i, j, keeps ? cube : field.multiply(cube, x));
        }
      }
      return value;
    }
  }

  @Test
  void boundsThatMixUpTheOperandsAreRefused() {
    LongMatrix a = LongMatrix.of(1, 3, new long[] {1_000_003, 1_000_001, 1_000_007});
    LongMatrix b = LongMatrix.of(1, 3, new long[] {1, 2, 1});
    try (LocalCluster cluster = LocalCluster.of(8)) {
      Evaluator evaluator = evaluator(cluster);
      LongMatrix value = evaluator.evaluate(new SquareTimes(false), a, b).value();
      for (int j = 0; j < 3; j++) {
        assertThat(value.get(0, j)).isEqualTo(a.get(0, j) * a.get(0, j) * b.get(0, j));
      }
      assertThatIllegalArgumentException()
          .isThrownBy(() -> evaluator.evaluate(new SquareTimes(true), a, b))
          .withMessageContaining("says that it stays below");
    }
  }

  @Test
  void valuesBeyondTheirBoundAreNotGiven() {
    PolynomialMap honest = new Cube(Double.MAX_VALUE, Integer.MAX_VALUE);
    PolynomialMap understated = new Cube(2000, Integer.MAX_VALUE);
    try (LocalCluster cluster = LocalCluster.of(8)) {
      Evaluator evaluator = evaluator(cluster);
      for (long largest : new long[] {2_000, 2_100, 9_999, 123_456, 2_000_000}) {
        LongMatrix x = Naive.longs(3, 5, (int) largest - 1, random);
        x.set(2, 4, largest);
        LongMatrix cubes = evaluator.evaluate(honest, x).value();
        assertThat(cubes.get(2, 4)).isEqualTo(largest * largest * largest);
        if (largest <= 2000) {
          assertThat(evaluator.evaluate(understated, x).value()).isEqualTo(cubes);
          continue;
        }
        assertThatIllegalArgumentException()
            .as("entries up to %d", largest)
            .isThrownBy(() -> evaluator.evaluate(understated, x))
            .withMessageContaining("states that its values are at most 8.0E9");
      }
    }
  }

  @Test
  void degreesThatGrowWithTheBlockAreRefused() {
    LongMatrix x = Naive.longs(40, 50, 100, random);
    try (LocalCluster cluster = LocalCluster.of(8)) {
      Evaluator evaluator = evaluator(cluster);
      for (int cubesUpTo : Set.of(3, 100, 600)) {
        assertThatIllegalArgumentException()
            .as("x³ in blocks of up to %d entries", cubesUpTo)
            .isThrownBy(() -> evaluator.evaluate(new Cube(1e18, cubesUpTo), x))
            .withMessageContaining("declares degree 3, but at random points");
      }
    }
  }

  private static Evaluator evaluator(LocalCluster cluster) {
    return Evaluator.on(Lagrid.on(cluster).tolerating(Tolerance.stragglers(1)));
  }
}
