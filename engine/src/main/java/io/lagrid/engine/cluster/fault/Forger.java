package io.lagrid.engine.cluster.fault;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;

/** Makes false answers out of true ones, which it does not modify. Confined to one thread. */
final class Forger {

  private final Arithmetic arithmetic;
  private final Randomness randomness;

  /**
   * A forger of answers in one arithmetic.
   *
   * @param arithmetic planes without a field of it are taken for reals
   */
  Forger(Arithmetic arithmetic, Randomness randomness) {
    this.arithmetic = arithmetic;
    this.randomness = randomness;
  }

  /** Uniformly random entries. */
  Block noise(Block truth) {
    List<Matrix> planes = new ArrayList<>();
    for (int i = 0; i < truth.planes().size(); i++) {
      Matrix plane = Matrix.zeros(truth.rows(), truth.columns());
      if (field(truth, i) instanceof PrimeField prime) {
        randomness.fill(prime, plane.data(), 0, plane.data().length);
      } else {
        double magnitude = magnitude(truth.plane(i));
        for (int j = 0; j < plane.data().length; j++) {
          plane.data()[j] = (2 * randomness.nextDouble() - 1) * magnitude;
        }
      }
      planes.add(plane);
    }
    return unlessTrue(new Block(planes), truth);
  }

  /** One entry of one plane replaced by another element: in GF(p) any other, else one in range. */
  Block flip(Block truth) {
    if (truth.entries() == 0) {
      return misshape(truth);
    }
    int index = randomness.nextInt(truth.planes().size());
    Matrix plane = truth.plane(index).copy();
    int entry = randomness.nextInt(plane.data().length);
    double value = plane.data()[entry];
    if (field(truth, index) instanceof PrimeField prime) {
      plane.data()[entry] = prime.reduce(value + 1 + randomness.nextInt(prime.prime() - 1));
    } else {
      double magnitude = magnitude(truth.plane(index));
      plane.data()[entry] = value > 0 ? value - magnitude : value + magnitude;
    }
    return with(truth, index, plane);
  }

  /** One entry of one plane replaced by NaN. */
  Block poison(Block truth) {
    if (truth.entries() == 0) {
      return misshape(truth);
    }
    int index = randomness.nextInt(truth.planes().size());
    Matrix plane = truth.plane(index).copy();
    plane.data()[randomness.nextInt(plane.data().length)] = Double.NaN;
    return with(truth, index, plane);
  }

  /** A row of zeros too many. */
  Block misshape(Block truth) {
    Block longer = Block.zeros(truth.planes().size(), truth.rows() + 1, truth.columns());
    for (int i = 0; i < truth.planes().size(); i++) {
      longer.plane(i).block(0, 0, truth.rows(), truth.columns()).write(truth.plane(i));
    }
    return longer;
  }

  /** The claimed answer; or a flip of the true one if they are equal. */
  Block unlessTrue(Block claimed, Block truth) {
    return claimed.equals(truth) ? flip(truth) : claimed;
  }

  private Field field(Block block, int plane) {
    return block.planes().size() == arithmetic.size()
        ? arithmetic.plane(plane)
        : Arithmetic.real().plane(0);
  }

  private static Block with(Block block, int index, Matrix plane) {
    List<Matrix> planes = new ArrayList<>(block.planes());
    planes.set(index, plane);
    return new Block(planes);
  }

  /** The largest magnitude of a finite entry; 1 if that is 0. */
  private static double magnitude(Matrix plane) {
    double largest = 0;
    for (double entry : plane.toArray()) {
      if (Double.isFinite(entry)) {
        largest = Math.max(largest, Math.abs(entry));
      }
    }
    return largest == 0 ? 1 : largest;
  }
}
