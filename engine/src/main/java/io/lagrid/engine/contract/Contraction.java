package io.lagrid.engine.contract;

import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.codes.Operation;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.evaluate.Evaluator;
import io.lagrid.engine.plan.NoPlanException;
import io.lagrid.engine.polynomial.EntryProduct;
import io.lagrid.engine.polynomial.MatrixProduct;
import io.lagrid.engine.report.Outcome;
import io.lagrid.engine.report.Result;
import io.lagrid.engine.report.RunReport;
import java.util.ArrayList;
import java.util.List;

/**
 * The contraction of two tensors on a cluster:
 *
 * <pre>{@code
 * Contraction.of("bij,bjk->bik").on(lagrid, a, b);
 * }</pre>
 *
 * <p>After permuting and flattening axes it is a batch of matrix products, which run as
 *
 * <ul>
 *   <li>one product, if no axis is a batch axis: any product code;
 *   <li>an elementwise product, if all axes are: Lagrange coded at degree 2;
 *   <li>a batch coded together (LCC, CSA, GCSA), while there are enough workers for it;
 *   <li>else Lagrange coded at degree 2, several products to a block.
 * </ul>
 *
 * <p>Immutable and thread-safe; operands are not modified.
 */
public final class Contraction {

  private final Notation notation;
  private final String name;

  private Contraction(Notation notation, String name) {
    this.notation = notation;
    this.name = name;
  }

  /**
   * A contraction in einsum notation; see {@link Notation}.
   *
   * @throws IllegalArgumentException if it is none; the message points at the character
   */
  public static Contraction of(String notation) {
    return new Contraction(Notation.parse(notation), "contract");
  }

  /** The same contraction, under another name in reports. */
  public Contraction named(String operation) {
    return new Contraction(notation, operation);
  }

  /**
   * The sides of the result.
   *
   * @throws IllegalArgumentException if the operands do not fit the notation
   */
  public List<Integer> sides(Tensor a, Tensor b) {
    return AxisGroups.of(notation, a, b).sides(notation.result());
  }

  /**
   * The contraction.
   *
   * @param a the first operand
   * @param b the second, of the same kind of numbers
   * @throws IllegalArgumentException if the operands do not fit, or no code tolerates what is to be
   *     tolerated, or a sum over an axis of one operand alone leaves int64
   * @throws io.lagrid.algebra.exact.OverflowException if an integer of the result does
   * @throws io.lagrid.engine.report.ComputationFailedException if the answers cannot give the
   *     result
   */
  public Result<Tensor> on(Lagrid lagrid, Tensor a, Tensor b) {
    return attempt(lagrid, a, b).orThrow();
  }

  /** The contraction, where the failure of the workers is an outcome. */
  public Outcome<Tensor> attempt(Lagrid lagrid, Tensor a, Tensor b) {
    AxisGroups groups = AxisGroups.of(notation, a, b);
    Outcome<Tensor> outcome = Products.of(groups, notation, a, b).run(lagrid, notation);
    RunReport report = outcome.report();
    Operation inner = report.operation();
    Operation told = new Operation.Contraction(name, notation.toString(), inner);
    return outcome.told(report.of(told));
  }

  /** The matrices that the operands become. */
  private record Products(AxisGroups groups, Operand left, Operand right) {

    static Products of(AxisGroups groups, Notation notation, Tensor a, Tensor b) {
      String batch = groups.batch();
      Operand left = gathered(groups, notation.left(), a, batch + groups.rows(), groups.inner());
      Operand right =
          gathered(groups, notation.right(), b, batch + groups.inner(), groups.columns());
      return new Products(groups, left, right);
    }

    private static Operand gathered(
        AxisGroups groups, String letters, Tensor tensor, String down, String across) {
      int[] places = groups.places(letters, tensor, down + across);
      String summed = groups.summed(letters);
      int[] offsets = groups.places(letters, tensor, summed);
      try {
        return tensor.gathered(groups.size(down), places, offsets);
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException(
            "the sum over axis '%s' of operand '%s' leaves int64, whose magnitudes end at 2^63"
                .formatted(summed, letters),
            e);
      }
    }

    Outcome<Tensor> run(Lagrid lagrid, Notation notation) {
      int batch = groups.size(groups.batch());
      String order = groups.batch() + groups.rows() + groups.columns();
      return values(lagrid, batch).map(value -> ordered(notation, order, value));
    }

    private Outcome<Operand> values(Lagrid lagrid, int batch) {
      if (batch == 1) {
        return lagrid.attempt(left, right);
      }
      if (left.columns() == 1 && left.rows() == batch && right.columns() == 1) {
        return Evaluator.on(lagrid).attempt(new EntryProduct(), List.of(left, right));
      }
      List<Operand> a = parts(left, batch);
      List<Operand> b = parts(right, batch);
      return together(lagrid, a, b).map(Products::stacked);
    }

    private static Outcome<List<Operand>> together(
        Lagrid lagrid, List<Operand> a, List<Operand> b) {
      try {
        return lagrid.attemptAll(a, b);
      } catch (NoPlanException few) {
        try {
          return Evaluator.on(lagrid).attemptEach(new MatrixProduct(), List.of(a, b));
        } catch (IllegalArgumentException neither) {
          few.addSuppressed(neither);
          throw few;
        }
      }
    }

    private Tensor ordered(Notation notation, String order, Operand value) {
      Tensor flat = new Tensor(groups.sides(order), value);
      int[] places = groups.places(order, flat, notation.result());
      Operand entries = flat.gathered(1, places, new int[1]);
      return new Tensor(groups.sides(notation.result()), entries);
    }

    private static List<Operand> parts(Operand tall, int count) {
      int rows = tall.rows() / count;
      List<Operand> parts = new ArrayList<>();
      for (int l = 0; l < count; l++) {
        parts.add(
            tall instanceof LongMatrix longs
                ? longs.block(l * rows, 0, rows, tall.columns())
                : ((Matrix) tall).block(l * rows, 0, rows, tall.columns()));
      }
      return parts;
    }

    private static Operand stacked(List<Operand> values) {
      Operand first = values.get(0);
      int rows = values.size() * first.rows();
      if (first instanceof LongMatrix) {
        LongMatrix all = LongMatrix.zeros(rows, first.columns());
        for (int l = 0; l < values.size(); l++) {
          all.block(l * first.rows(), 0, first.rows(), first.columns())
              .write((LongMatrix) values.get(l));
        }
        return all;
      }
      Matrix all = Matrix.zeros(rows, first.columns());
      for (int l = 0; l < values.size(); l++) {
        all.block(l * first.rows(), 0, first.rows(), first.columns()).write((Matrix) values.get(l));
      }
      return all;
    }
  }
}
