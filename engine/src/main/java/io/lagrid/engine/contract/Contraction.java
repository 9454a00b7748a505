package io.lagrid.engine.contract;

import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.codes.Operation;
import io.lagrid.codes.catalog.CodeCatalog;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Settings;
import io.lagrid.engine.evaluate.Evaluator;
import io.lagrid.engine.plan.NoPlanException;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.plan.Planner;
import io.lagrid.engine.polynomial.BlockShape;
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

  /**
   * The product of stacks of matrices, by NumPy's rules: the last two axes are those of the
   * matrices, the ones before are matched from the last on, and an operand without them is
   * multiplied by every matrix of the other. Axes of length 1 are not stretched.
   *
   * @param left axes of the first operand, 1 to 22; one axis is a row
   * @param right axes of the second operand, likewise; one axis is a column
   */
  public static Contraction product(int left, int right) {
    int most = Math.max(left, right) - 2;
    String batch = "abcdefghijklmnopqrst".substring(0, Math.max(0, most));
    String a = left == 1 ? "y" : last(batch, left - 2) + "xy";
    String b = right == 1 ? "y" : last(batch, right - 2) + "yz";
    String result = batch + (left == 1 ? "" : "x") + (right == 1 ? "" : "z");
    return new Contraction(Notation.parse(a + "," + b + "->" + result), "multiply");
  }

  private static String last(String letters, int count) {
    return letters.substring(letters.length() - count);
  }

  /**
   * The sides of the result.
   *
   * @throws IllegalArgumentException if the operands do not fit the notation
   */
  public List<Integer> sides(Tensor a, Tensor b) {
    return groups(a, b).sides(notation.result());
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
    Outcome<Tensor> outcome = products(a, b).run(lagrid, notation);
    RunReport report = outcome.report();
    return outcome.told(report.of(told(report.operation())));
  }

  /** Every code side by side for what the contraction comes down to on these workers. */
  public PlanTable plans(Lagrid lagrid, Tensor a, Tensor b) {
    return products(a, b).plans(lagrid);
  }

  /**
   * What is planned for tensors of doubles between −1 and 1, before there are any: one product, an
   * elementwise one, a batch while some code has a plan for it, else a map of every product.
   *
   * @param a the sides of the first operand
   * @param b those of the second
   * @throws IllegalArgumentException if they do not fit the notation, or are too large
   */
  public Planned planning(List<Integer> a, List<Integer> b, int workers, Settings settings) {
    AxisGroups groups = AxisGroups.of(notation, a, b);
    groups.requireMatrices();
    PlanRequest request = request(groups, workers, settings);
    return new Planned(
        told(request.requirement().operation()), request, groups.sides(notation.result()));
  }

  /**
   * A contraction before there are operands.
   *
   * @param operation what it comes down to
   * @param request for the planner
   * @param sides of the result
   */
  public record Planned(Operation operation, PlanRequest request, List<Integer> sides) {

    /** Copies the list. */
    public Planned {
      sides = List.copyOf(sides);
    }
  }

  private static PlanRequest request(AxisGroups groups, int workers, Settings settings) {
    int batch = groups.size(groups.batch());
    int rows = groups.size(groups.rows());
    int inner = groups.size(groups.inner());
    int columns = groups.size(groups.columns());
    if (batch > 1 && groups.elementwise()) {
      BlockShape entries = new BlockShape(batch, 1);
      return Evaluator.planning(new EntryProduct(), List.of(entries, entries), workers, settings);
    }
    PlanRequest together =
        Lagrid.planning(new Operation.Product(batch, rows, inner, columns), workers, settings);
    Planner planner = new Planner(CodeCatalog.standard());
    if (batch == 1 || !planner.table(together).plans().isEmpty()) {
      return together;
    }
    List<BlockShape> shapes = List.of(new BlockShape(rows, inner), new BlockShape(inner, columns));
    PlanRequest each =
        Evaluator.planning(
            new MatrixProduct(), new Evaluator.Points(shapes, batch), workers, settings);
    return planner.table(each).plans().isEmpty() ? together : each;
  }

  private Operation told(Operation inner) {
    return new Operation.Contraction(name, notation.toString(), inner);
  }

  private AxisGroups groups(Tensor a, Tensor b) {
    return AxisGroups.of(notation, a.sides(), b.sides());
  }

  private Products products(Tensor a, Tensor b) {
    return Products.of(groups(a, b), notation, a, b);
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
      String order = groups.batch() + groups.rows() + groups.columns();
      return values(lagrid).map(value -> ordered(notation, order, value));
    }

    private int batch() {
      return groups.size(groups.batch());
    }

    private Outcome<Operand> values(Lagrid lagrid) {
      if (batch() == 1) {
        return lagrid.attempt(left, right);
      }
      return groups.elementwise()
          ? Evaluator.on(lagrid).attempt(new EntryProduct(), List.of(left, right))
          : together(lagrid).map(Products::stacked);
    }

    PlanTable plans(Lagrid lagrid) {
      Evaluator evaluator = Evaluator.on(lagrid);
      if (batch() > 1 && groups.elementwise()) {
        return evaluator.plans(new EntryProduct(), List.of(left, right));
      }
      List<Operand> a = parts(left, batch());
      List<Operand> b = parts(right, batch());
      PlanTable together = lagrid.plansForAll(a, b);
      return batch() == 1 || !together.plans().isEmpty()
          ? together
          : evaluator.plansForEach(new MatrixProduct(), List.of(a, b));
    }

    private Outcome<List<Operand>> together(Lagrid lagrid) {
      List<Operand> a = parts(left, batch());
      List<Operand> b = parts(right, batch());
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
