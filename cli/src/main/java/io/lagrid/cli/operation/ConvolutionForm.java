package io.lagrid.cli.operation;

import io.lagrid.algebra.convolution.Axis;
import io.lagrid.algebra.convolution.Convolution;
import io.lagrid.algebra.convolution.Convolution.Way;
import io.lagrid.algebra.convolution.Layer;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.Shape;
import io.lagrid.engine.Settings;
import io.lagrid.engine.convolution.Convolutions;
import io.lagrid.engine.plan.PlanRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Full linear convolutions of two sequences or two matrices. */
public final class ConvolutionForm implements OperationForm {

  @Override
  public String name() {
    return "convolve";
  }

  @Override
  public String words() {
    return "the shapes of A and B";
  }

  @Override
  public PlannedOperation planned(List<String> words, Terms terms) {
    Operations.requireWords(this, words, 2);
    Shape a = ShapeText.of(words.get(0));
    Shape b = ShapeText.of(words.get(1));
    result(a, a.toString(), b, b.toString());
    Axis height = Axis.linear(a.side(0), b.side(0));
    Axis width = a.rank() == 1 ? Axis.TRIVIAL : Axis.linear(a.side(1), b.side(1));
    Convolution convolution = new Convolution(new Layer(1, 1, 1, height, width), Way.BY_INPUT);
    Function<Settings, PlanRequest> planning =
        settings -> Convolutions.planning(convolution, terms.workers(), settings);
    return new PlannedOperation(
        planning.apply(terms.settings()).requirement().operation(),
        "convolution of %s with %s".formatted(words.get(0), words.get(1)),
        terms.settings(),
        planning,
        terms.options().maskingNoise(terms.settings()));
  }

  /**
   * The shape of the convolution of two arrays.
   *
   * @param first the first one in a message
   * @param second the second one
   * @throws BadInputException if they are not two sequences or two matrices, or it is too large
   */
  public static Shape result(Shape a, String first, Shape b, String second) {
    int rank = a.rank();
    if (rank < 1 || rank > 2 || b.rank() != rank) {
      throw new BadInputException(
          "cannot convolve %s with %s; legal are two sequences or two matrices"
              .formatted(first, second));
    }
    List<Integer> sides = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      long side = (long) a.side(axis) + b.side(axis) - 1;
      sides.add((int) Math.min(side, Integer.MAX_VALUE));
    }
    if (Shape.entries(sides) > Shape.LARGEST) {
      throw new BadInputException(
          "the convolution of shapes %s and %s has more than %d entries"
              .formatted(a, b, Shape.LARGEST));
    }
    return new Shape(sides);
  }
}
