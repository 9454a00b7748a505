package io.lagrid.cli.operation;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.map.MapOptions;
import io.lagrid.engine.Settings;
import io.lagrid.engine.function.BlockFunction;
import io.lagrid.engine.map.MapSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What only some operations ask for. */
final class OperationOptions {

  @Option(
      names = "--blocks",
      paramLabel = "K",
      description = "For map: blocks of rows that a matrix is cut into, as of lagrid map.")
  private @Nullable Integer blocks;

  @Option(
      names = "--activations",
      paramLabel = "NAMES",
      description = "For map: what follows each layer of a network, as of lagrid map.")
  private String activations = "";

  @Option(
      names = "--masking-noise",
      paramLabel = "σ",
      description =
          "With colluders in real arithmetic: the noise that hides operands, over the largest entry"
              + " (default: 10 for products, 1 for map).")
  private @Nullable Double maskingNoise;

  /** What follows each layer of a network; empty for the default. */
  String activations() {
    return activations;
  }

  /**
   * How many blocks rows are cut into.
   *
   * @param function what is to be computed of the blocks
   * @param answers how many answers are waited for
   */
  int blocks(BlockFunction function, int answers) {
    return MapOptions.blocks(blocks, function, answers);
  }

  /** How a function is estimated. */
  MapSettings estimating(Settings settings) {
    MapSettings estimating =
        settings.code().isPresent()
            ? MapSettings.DEFAULT.withScheme(MapOptions.scheme(settings.code().get()))
            : MapSettings.DEFAULT;
    return maskingNoise == null ? estimating : estimating.withMaskingNoise(checked(maskingNoise));
  }

  /** The settings with the noise that hides operands of products. */
  Settings noisy(Settings settings) {
    return maskingNoise == null ? settings : settings.withMaskingNoise(checked(maskingNoise));
  }

  private static double checked(double noise) {
    if (!(noise > 0 && noise < Double.POSITIVE_INFINITY)) {
      throw new BadInputException(
          "--masking-noise is %s; legal are positive numbers".formatted(noise));
    }
    return noise;
  }
}
