package io.lagrid.engine.convolution;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.convolution.Convolution;
import io.lagrid.algebra.convolution.Convolver;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Projection;
import io.lagrid.codes.decode.ProjectionTrials;
import io.lagrid.engine.share.EncodedOperand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Checks the answers of one round over finite fields by {@link SecretFunctional}s, as many as bring
 * the probability that a liar of the round is missed below 2^−40. What the functionals need of a
 * share follows from the operands' blocks by linearity; no share is touched.
 *
 * <p>Immutable and thread-safe once built.
 */
final class ConvolutionVerifier {

  private final Arithmetic arithmetic;
  private final Kernels kernels;
  private final EncodedOperand left;
  private final EncodedOperand right;
  private final List<List<Trial>> planes = new ArrayList<>();

  /** A functional and what it needs of every block of both operands. */
  private record Trial(SecretFunctional functional, List<Matrix> left, List<Matrix> right) {}

  ConvolutionVerifier(
      Convolution chunk,
      Arithmetic arithmetic,
      Kernels kernels,
      Randomness secrets,
      EncodedOperand left,
      EncodedOperand right) {
    this.arithmetic = arithmetic;
    this.kernels = kernels;
    this.left = left;
    this.right = right;
    int trials = trials(arithmetic, left.encodings().get(0).workers(), chunk);
    for (int i = 0; i < arithmetic.size(); i++) {
      List<Trial> plane = new ArrayList<>();
      for (int t = 0; t < trials; t++) {
        plane.add(trial(new SecretFunctional(chunk, (PrimeField) arithmetic.plane(i), secrets), i));
      }
      planes.add(plane);
    }
  }

  private Trial trial(SecretFunctional functional, int plane) {
    return new Trial(
        functional,
        left.denseSources().stream().map(block -> functional.ofLeft(block.plane(plane))).toList(),
        right.denseSources().stream()
            .map(block -> functional.ofRight(block.plane(plane)))
            .toList());
  }

  /** The fewest trials with Σ_planes N·(degree/(p − 1))^trials below 2^−40. */
  static int trials(Arithmetic arithmetic, int workers, Convolution chunk) {
    int trials = 1;
    while (missed(arithmetic, workers, chunk, trials) >= ProjectionTrials.MISS_PROBABILITY) {
      trials++;
    }
    return trials;
  }

  private static double missed(Arithmetic arithmetic, int workers, Convolution chunk, int trials) {
    double bound = 0;
    for (int prime : arithmetic.primes()) {
      double one = (double) SecretFunctional.degree(chunk) / (prime - 1);
      bound += workers * Math.pow(one, trials);
    }
    return bound;
  }

  /** Whether chunks are so long that no number of trials would do. */
  static boolean tooLong(Arithmetic arithmetic, Convolution chunk) {
    return arithmetic.primes().stream()
        .anyMatch(prime -> SecretFunctional.degree(chunk) > (prime - 1) / 2);
  }

  /** The functionals' values, for the decoder to locate liars by. */
  Projection project(Block answer) {
    List<double[]> values = new ArrayList<>();
    for (int i = 0; i < planes.size(); i++) {
      Matrix plane = answer.plane(i);
      values.add(
          planes.get(i).stream().mapToDouble(trial -> trial.functional().of(plane)).toArray());
    }
    return new Projection(values);
  }

  /**
   * Why the answer cannot be the convolution of the worker's shares, or empty if it may be.
   *
   * @param answer of the right shape; not modified
   */
  Optional<String> objection(int worker, Block answer) {
    Projection found = project(answer);
    for (int i = 0; i < planes.size(); i++) {
      if (!Arrays.equals(found.planes().get(i), expected(i, worker))) {
        return Optional.of("answered something else than the convolution of its shares");
      }
    }
    return Optional.empty();
  }

  private double[] expected(int plane, int worker) {
    Convolver convolver = new Convolver(kernels);
    return planes.get(plane).stream()
        .mapToDouble(
            trial ->
                trial
                    .functional()
                    .expected(
                        convolver,
                        ofShare(left, trial.left(), plane, worker),
                        ofShare(right, trial.right(), plane, worker)))
        .toArray();
  }

  private Matrix ofShare(EncodedOperand operand, List<Matrix> ofBlocks, int plane, int worker) {
    Field field = arithmetic.plane(plane);
    Matrix all = operand.encodings().get(plane).coefficients();
    Matrix share = Matrix.zeros(ofBlocks.get(0).rows(), ofBlocks.get(0).columns());
    kernels.combine(
        field,
        all.block(worker, 0, 1, all.columns()),
        ofBlocks,
        List.of(share),
        Cancellation.never());
    return share;
  }
}
