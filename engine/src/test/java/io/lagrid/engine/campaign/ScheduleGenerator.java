package io.lagrid.engine.campaign;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.codes.Code;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.catalog.CodeCatalog;
import io.lagrid.codes.convolution.ConvolutionParameters;
import io.lagrid.engine.Settings;
import io.lagrid.engine.Settings.ArithmeticChoice;
import io.lagrid.engine.Settings.Verification;
import io.lagrid.engine.cluster.fault.Fault;
import io.lagrid.engine.cluster.fault.FaultSpec;
import io.lagrid.engine.cluster.sim.Network;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.plan.Planner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Draws schedules: the same seed gives the same schedule. Confined to one thread. */
final class ScheduleGenerator {

  private static final Planner PLANNER = new Planner(CodeCatalog.standard());

  private final long seed;
  private final Randomness random;
  private final DelayGenerator delays;
  private final UndertakingGenerator jobs;
  private int workers;
  private Settings settings = Settings.DEFAULT;

  private ScheduleGenerator(long seed) {
    this.seed = seed;
    this.random = Randomness.insecure(seed);
    this.delays = new DelayGenerator(random);
    this.jobs = new UndertakingGenerator(random, seed);
  }

  static Schedule draw(long seed) {
    return new ScheduleGenerator(seed).draw();
  }

  private Schedule draw() {
    Undertaking job = job();
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
        job,
        delays.draw(0),
        network(),
        never,
        faults,
        chance(0.5) ? 0.3 : 0);
  }

  /** Draws requirements until some code meets one, and then one of the plans. */
  private Undertaking job() {
    while (true) {
      boolean integers = chance(0.6);
      Undertaking job = jobs.draw(integers);
      boolean estimate = job instanceof Estimating;
      workers = 1 + random.nextInt(estimate ? 40 : 13);
      settings = settings(job, integers);
      PlanTable table = PLANNER.table(job.planning(workers, settings));
      if (!table.plans().isEmpty()) {
        Plan plan = pick(table);
        settings = settings.withCode(plan.name());
        Optional<Partition> cut = job instanceof Contracting ? Optional.empty() : cut(plan.code());
        settings = cut.map(settings::withPartition).orElse(settings);
        return job;
      }
    }
  }

  private Settings settings(Undertaking job, boolean integers) {
    int adversaries = chance(0.5) ? random.nextInt(3) : 0;
    int colluders = chance(0.3) ? random.nextInt(3) : 0;
    Tolerance tolerance =
        Tolerance.stragglers(random.nextInt(4)).adversaries(adversaries).colluders(colluders);
    boolean unchecked = chance(0.3) || !job.checked();
    boolean exact = integers || colluders > 0 || chance(0.3);
    return Settings.DEFAULT
        .withTolerance(tolerance)
        .withVerification(unchecked ? Verification.NONE : Verification.FREIVALDS)
        .withArithmetic(exact ? ArithmeticChoice.EXACT : ArithmeticChoice.REAL);
  }

  /** How the user would write it; maps are not cut by users. */
  private static Optional<Partition> cut(Code code) {
    if (code instanceof ProductCode product) {
      return Optional.of(product.partition());
    }
    return code.parameters() instanceof ConvolutionParameters chunks
        ? Optional.of(new Partition(1, chunks.p(), chunks.q()))
        : Optional.empty();
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

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }
}
