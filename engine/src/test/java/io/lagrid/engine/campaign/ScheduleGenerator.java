package io.lagrid.engine.campaign;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.codes.Operation;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.catalog.CodeCatalog;
import io.lagrid.engine.Naive;
import io.lagrid.engine.Settings;
import io.lagrid.engine.Settings.ArithmeticChoice;
import io.lagrid.engine.Settings.Verification;
import io.lagrid.engine.cluster.fault.Fault;
import io.lagrid.engine.cluster.fault.FaultSpec;
import io.lagrid.engine.cluster.sim.Network;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.plan.Planner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws schedules: the same seed gives the same schedule. Confined to one thread. */
final class ScheduleGenerator {

  private static final Planner PLANNER = new Planner(CodeCatalog.standard());

  private final long seed;
  private final Randomness random;
  private final DelayGenerator delays;
  private Operation.Product product = Operation.Product.of(1, 1, 1);
  private int workers;
  private boolean integers;
  private Settings settings = Settings.DEFAULT;

  private ScheduleGenerator(long seed) {
    this.seed = seed;
    this.random = Randomness.insecure(seed);
    this.delays = new DelayGenerator(random);
  }

  static Schedule draw(long seed) {
    return new ScheduleGenerator(seed).draw();
  }

  private Schedule draw() {
    Plan plan = plan();
    settings =
        settings
            .withCode(plan.code().parameters().code())
            .withPartition(((ProductCode) plan.code()).partition());
    int rounds = product.batch() > 1 ? 1 : 1 + random.nextInt(3);
    List<Integer> order = shuffled(workers);
    int silent = few(settings.tolerance().stragglers());
    FaultSpec faults = faults(order.subList(Math.min(silent, workers), workers));
    Set<Integer> never = new TreeSet<>(order.subList(0, Math.min(silent, workers)));
    if (!never.isEmpty() || chance(0.2)) {
      settings = settings.withTimeout(Duration.ofMillis(1 + random.nextInt(100_000)));
    }
    return new Schedule(
        seed,
        workers,
        settings,
        operands(product.rows(), product.inner()),
        Stream.generate(() -> operands(product.inner(), product.columns())).limit(rounds).toList(),
        delays.draw(0),
        network(),
        never,
        faults,
        chance(0.5) ? 0.3 : 0);
  }

  /** Draws requirements until some code meets one, and then one of the plans. */
  private Plan plan() {
    while (true) {
      workers = 1 + random.nextInt(13);
      int batch = chance(0.2) ? 2 + random.nextInt(2) : 1;
      product = new Operation.Product(batch, side(), side(), side());
      integers = chance(0.6);
      int adversaries = chance(0.5) ? random.nextInt(3) : 0;
      int colluders = chance(0.3) ? random.nextInt(3) : 0;
      Tolerance tolerance =
          Tolerance.stragglers(random.nextInt(4)).adversaries(adversaries).colluders(colluders);
      Verification verification = chance(0.3) ? Verification.NONE : Verification.FREIVALDS;
      boolean exact = integers || colluders > 0 || chance(0.3);
      settings =
          Settings.DEFAULT
              .withTolerance(tolerance)
              .withVerification(verification)
              .withArithmetic(exact ? ArithmeticChoice.EXACT : ArithmeticChoice.REAL);
      boolean verified = verification == Verification.FREIVALDS;
      Requirement requirement =
          new Requirement(product, workers, tolerance, exact, verified, Optional.empty());
      PlanTable table =
          PLANNER.table(new PlanRequest(requirement, Optional.empty(), 1, Long.MAX_VALUE));
      if (!table.plans().isEmpty()) {
        return pick(table);
      }
    }
  }

  /**
   * First a code, then a plan of it, so that codes with many partitions do not crowd out others.
   */
  private Plan pick(PlanTable table) {
    List<String> codes =
        table.plans().stream().map(plan -> plan.code().parameters().code()).distinct().toList();
    String code = codes.get(random.nextInt(codes.size()));
    List<Plan> plans =
        table.plans().stream()
            .filter(plan -> plan.code().parameters().code().equals(code))
            .toList();
    return plans.get(random.nextInt(plans.size()));
  }

  /**
   * Faults for some of the workers. Without verification no more liars than tolerated, unless the
   * lie is obvious: answers are then taken at their word. With it, any number.
   */
  private FaultSpec faults(List<Integer> sound) {
    boolean verified = settings.verification() == Verification.FREIVALDS;
    int liars = verified && chance(0.2) ? random.nextInt(workers + 1) : allowedLiars();
    FaultSpec faults = FaultSpec.none();
    int hidden = 0;
    for (int worker : sound) {
      Optional<Fault> fault = Optional.empty();
      if (liars-- > 0) {
        fault = Optional.of(lie(verified || hidden++ < settings.tolerance().adversaries()));
      } else if (chance(0.15)) {
        fault = Optional.of(crashOrSlow());
      }
      faults = fault.isPresent() ? faults.worker(worker, fault.get()) : faults;
    }
    return faults;
  }

  private int allowedLiars() {
    return random.nextInt(settings.tolerance().adversaries() + 1) + (chance(0.2) ? 1 : 0);
  }

  private Fault lie(boolean anyWay) {
    Fault.Way[] ways =
        anyWay ? Fault.Way.values() : new Fault.Way[] {Fault.Way.SHAPE, Fault.Way.NAN};
    return Fault.lie(ways[random.nextInt(ways.length)]);
  }

  private Fault crashOrSlow() {
    return switch (random.nextInt(3)) {
      case 0 -> Fault.crash();
      case 1 -> new Fault.Crash(random.nextInt(3), 1 + random.nextInt(2));
      default -> Fault.slow(Duration.ofMillis(random.nextInt(60_000)));
    };
  }

  private Network network() {
    return chance(0.5)
        ? Network.INSTANT
        : new Network(random.nextDouble(), 100 + 10_000 * random.nextDouble());
  }

  /** Mostly up to what is tolerated, sometimes more. */
  private int few(int tolerated) {
    return chance(0.3) ? random.nextInt(tolerated + 1) + random.nextInt(2) : 0;
  }

  private List<Integer> shuffled(int count) {
    List<Integer> sorted = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    List<Integer> shuffled = new ArrayList<>();
    while (!sorted.isEmpty()) {
      shuffled.add(sorted.remove(random.nextInt(sorted.size())));
    }
    return shuffled;
  }

  private List<Operand> operands(int rows, int columns) {
    int bound = 1 << (1 + random.nextInt(28));
    return Stream.<Operand>generate(
            () ->
                integers
                    ? Naive.longs(rows, columns, bound, random)
                    : Naive.doubles(rows, columns, random))
        .limit(product.batch())
        .toList();
  }

  private int side() {
    return 1 + random.nextInt(6);
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }
}
