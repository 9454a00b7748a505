package io.lagrid.engine.campaign;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.delay.Bursts;
import io.lagrid.engine.delay.DelayModel;
import io.lagrid.engine.delay.Distribution;
import io.lagrid.engine.delay.SlowHosts;
import io.lagrid.engine.delay.Speeds;
import java.util.List;

/** Draws delay models, wrapped up to twice. Confined to one thread. */
final class DelayGenerator {

  private final Randomness random;

  DelayGenerator(Randomness random) {
    this.random = random;
  }

  DelayModel draw(int depth) {
    int kinds = depth < 2 ? 8 : 5;
    return switch (random.nextInt(kinds)) {
      case 0 -> new Distribution.Constant(random.nextInt(3));
      case 1 -> new Distribution.ShiftedExponential(random.nextDouble(), 0.1 + random.nextDouble());
      case 2 -> new Distribution.Weibull(0.4 + random.nextDouble(), 1 + random.nextDouble());
      case 3 -> new Distribution.Pareto(0.8 + random.nextDouble(), 1);
      case 4 -> new Distribution.Bimodal(random.nextDouble(), 1, 1 + random.nextInt(9));
      case 5 -> new SlowHosts(1 + random.nextInt(4), random.nextDouble(), 8, draw(depth + 1));
      case 6 -> new Bursts(random.nextDouble(), 1 - random.nextDouble(), 8, draw(depth + 1));
      default -> new Speeds(List.of(1.0, 1 + random.nextDouble(), 4.0), draw(depth + 1));
    };
  }
}
