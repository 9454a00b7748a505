package io.lagrid.cli.map;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.codes.approximate.CurveScheme;
import io.lagrid.engine.Settings;
import io.lagrid.engine.function.BlockFunction;
import io.lagrid.engine.function.Eigenvalues;
import io.lagrid.engine.map.MapSettings;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a function is estimated, as users write it. */
public final class MapOptions {

  @Option(
      names = "--blocks",
      paramLabel = "K",
      description =
          "Blocks of rows that a matrix is cut into (default: a fifth of the answers waited for; one"
              + " for eigenvalues). Fewer blocks are estimated better.")
  private @Nullable Integer blocks;

  @Option(
      names = "--target-error",
      paramLabel = "E",
      description = "Stop as soon as the estimated relative error is at most E.")
  private double targetError;

  @Option(
      names = "--smoothing",
      paramLabel = "λ",
      description = "The spline's smoothing (default: by cross-validation).")
  private @Nullable Double smoothing;

  @Option(
      names = "--answer-noise",
      paramLabel = "ν",
      description = "Noise in honest answers, that liars are told from (default: 0).")
  private double answerNoise;

  @Option(
      names = "--masking-noise",
      paramLabel = "σ",
      defaultValue = "1",
      description =
          "With colluders: the noise that hides blocks, over the largest entry (default:"
              + " ${DEFAULT-VALUE}). More hides more and costs accuracy.")
  private double maskingNoise = 1;

  @Option(
      names = "--given-order",
      description = "Keep the blocks' order (default: one along which they change little).")
  private boolean givenOrder;

  @Option(
      names = "--activations",
      paramLabel = "NAMES",
      description = "What follows each layer of a network, such as relu,linear.")
  private String activations = "";

  /** What follows each layer of a network; empty for the default. */
  public String activations() {
    return activations;
  }

  /**
   * How many blocks rows are cut into.
   *
   * @param function what is to be computed of the blocks
   * @param answers how many answers are waited for
   * @throws BadInputException if the user wants less than one
   */
  public int blocks(BlockFunction function, int answers) {
    return blocks(blocks, function, answers);
  }

  /**
   * How many blocks rows are cut into.
   *
   * @param wanted what the user wants; null for the default
   * @param function what is to be computed of the blocks
   * @param answers how many answers are waited for
   * @throws BadInputException if the user wants less than one
   */
  public static int blocks(@Nullable Integer wanted, BlockFunction function, int answers) {
    if (wanted == null) {
      return function instanceof Eigenvalues ? 1 : Math.max(2, answers / 5);
    }
    if (wanted < 1) {
      throw new BadInputException("--blocks is %d; legal are 1 and above".formatted(wanted));
    }
    return wanted;
  }

  /** The relative error to stop at; 0 to wait for all. */
  public double targetError() {
    return targetError;
  }

  /**
   * What the engine is asked for.
   *
   * @param run what the user asked for of the run
   * @throws BadInputException if the code is none that estimates, or a number is out of range
   */
  public MapSettings settings(Settings run) {
    try {
      MapSettings settings =
          MapSettings.DEFAULT
              .withTargetError(targetError)
              .withAnswerNoise(answerNoise)
              .withMaskingNoise(maskingNoise);
      if (run.code().isPresent()) {
        settings = settings.withScheme(scheme(run.code().get()));
      }
      settings = givenOrder ? settings.inGivenOrder() : settings;
      return smoothing == null ? settings : settings.withSmoothing(smoothing);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * The curves that a code draws.
   *
   * @throws BadInputException if it does not estimate functions
   */
  public static CurveScheme scheme(String code) {
    List<CurveScheme> all = Arrays.asList(CurveScheme.values());
    return all.stream()
        .filter(scheme -> scheme.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "code %s does not estimate functions; legal are %s"
                        .formatted(
                            BadInputException.quote(code),
                            all.stream()
                                .map(CurveScheme::code)
                                .collect(Collectors.joining(", ")))));
  }
}
