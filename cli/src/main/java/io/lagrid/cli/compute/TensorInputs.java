package io.lagrid.cli.compute;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import io.lagrid.cli.report.PlanRow;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.contract.Contraction;
import io.lagrid.engine.contract.Tensor;
import io.lagrid.engine.report.Outcome;
import java.util.List;

/** Two arrays as the operands of a contraction. */
final class TensorInputs implements Prepared {

  private final Contraction contraction;
  private final Tensor left;
  private final Tensor right;
  private final Shape result;

  private TensorInputs(Contraction contraction, Tensor left, Tensor right, Shape result) {
    this.contraction = contraction;
    this.left = left;
    this.right = right;
    this.result = result;
  }

  /** Checks and converts. */
  static Prepared of(Contraction contraction, List<NamedArray> arrays, boolean real) {
    List<NamedArray> alike = NamedArray.alike(arrays, real);
    Tensor left = tensor(alike.get(0));
    Tensor right = tensor(alike.get(1));
    return new TensorInputs(contraction, left, right, new Shape(contraction.sides(left, right)));
  }

  /**
   * The product of stacks of matrices, by NumPy's rules: the last two axes are those of the
   * matrices, the ones before are matched from the last on, and an operand without them is
   * multiplied by every matrix of the other. Axes of length 1 are not stretched.
   */
  static Prepared product(List<NamedArray> arrays, boolean real) {
    int a = arrays.get(0).shape().rank();
    int b = arrays.get(1).shape().rank();
    int most = Math.max(a, b) - 2;
    String batch = "abcdefgh".substring(0, Math.max(0, most));
    String left = a == 1 ? "j" : last(batch, a - 2) + "ij";
    String right = b == 1 ? "j" : last(batch, b - 2) + "jk";
    String notation = left + "," + right + "->" + batch + (a == 1 ? "" : "i") + (b == 1 ? "" : "k");
    notation = notation.replace('i', 'x').replace('j', 'y').replace('k', 'z');
    try {
      return of(Contraction.of(notation).named("multiply"), arrays, real);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "cannot multiply %s of shape %s by %s of shape %s: %s"
              .formatted(
                  arrays.get(0).file(),
                  arrays.get(0).shape(),
                  arrays.get(1).file(),
                  arrays.get(1).shape(),
                  e.getMessage()));
    }
  }

  private static String last(String letters, int count) {
    return letters.substring(letters.length() - count);
  }

  private static Tensor tensor(NamedArray array) {
    return new Tensor(array.shape().sides(), array.matrix(1));
  }

  @Override
  public Shape result() {
    return result;
  }

  @Override
  public Outcome<NdArray> outcome(Lagrid lagrid) {
    return contraction
        .attempt(lagrid, left, right)
        .map(tensor -> NdArray.of(tensor.entries(), result));
  }

  /** What it comes down to depends on the workers; the report tells of the code that was used. */
  @Override
  public List<PlanRow> plans(Lagrid lagrid) {
    return List.of();
  }
}
