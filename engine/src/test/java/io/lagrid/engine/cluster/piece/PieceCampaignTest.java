package io.lagrid.engine.cluster.piece;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.codes.Partition;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Environment;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Naive;
import io.lagrid.engine.Settings;
import io.lagrid.engine.cluster.fault.Fault;
import io.lagrid.engine.cluster.fault.FaultSpec;
import io.lagrid.engine.cluster.fault.FaultyCluster;
import io.lagrid.engine.cluster.sim.CostModel;
import io.lagrid.engine.cluster.sim.SimulatedCluster;
import io.lagrid.engine.delay.DelayModel;
import io.lagrid.engine.delay.Distribution;
import io.lagrid.engine.delay.Speeds;
import io.lagrid.engine.report.Failure;
import io.lagrid.engine.report.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Random loads, policies, codes and faults of whole workers, in virtual time. */
class PieceCampaignTest {

  private static final int SCHEDULES = 600;
  private static final Duration TIMEOUT = Duration.ofHours(10);

  /** More pieces than there are: with learned loads and random sums, any failure may be right. */
  private static final int UNKNOWN = 1 << 20;

  /** One schedule, drawn from its seed. */
  private static final class Schedule {
    private final Randomness random;
    private final long seed;
    private final Loads capacity;
    private final Loads first;
    private final boolean adaptive;
    private final FaultSpec faults;
    private final List<Integer> sound = new ArrayList<>();

    Schedule(long seed) {
      this.seed = seed;
      this.random = Randomness.insecure(seed);
      int workers = 1 + random.nextInt(6);
      int[] most = new int[workers];
      int[] begin = new int[workers];
      for (int worker = 0; worker < workers; worker++) {
        most[worker] = worker == 0 ? 1 + random.nextInt(4) : random.nextInt(5);
        begin[worker] = worker == 0 ? 1 : random.nextInt(most[worker] + 1);
      }
      adaptive = random.nextDouble() < 0.4;
      capacity = Loads.of(most);
      first = adaptive ? Loads.of(begin) : capacity;
      faults = faults(workers);
    }

    private FaultSpec faults(int workers) {
      FaultSpec spec = FaultSpec.none();
      for (int worker = 0; worker < workers; worker++) {
        switch (random.nextInt(6)) {
          case 0 -> spec = spec.worker(worker, Fault.crash());
          case 1 -> spec = spec.worker(worker, lie());
          case 2 -> {
            spec = spec.worker(worker, Fault.slow(Duration.ofSeconds(random.nextInt(50))));
            sound.add(worker);
          }
          default -> sound.add(worker);
        }
      }
      return spec;
    }

    private Fault lie() {
      Fault.Way[] ways = Fault.Way.values();
      return Fault.lie(ways[random.nextInt(ways.length)]);
    }

    /** The pieces that honest workers answer with in the first round. */
    int honest() {
      return sound.stream().mapToInt(first::of).sum();
    }
  }

  @Test
  void piecesGiveTheRightResultOrATypedFailure() {
    int succeeded = 0;
    int failed = 0;
    for (long seed = 1; seed <= SCHEDULES; seed++) {
      for (Outcome<Operand> outcome : run(new Schedule(seed))) {
        if (outcome instanceof Outcome.Succeeded<Operand>) {
          succeeded++;
        } else {
          failed++;
        }
      }
    }
    assertThat(succeeded).isGreaterThan(SCHEDULES / 2);
    assertThat(failed).isGreaterThan(SCHEDULES / 10);
  }

  private static List<Outcome<Operand>> run(Schedule schedule) {
    Randomness random = schedule.random;
    int needed = 1 + random.nextInt(schedule.capacity.total());
    boolean rateless = random.nextDouble() < 0.3;
    LongMatrix a = Naive.longs(needed + random.nextInt(4), 3, 100, random);
    LongMatrix b = Naive.longs(3, 2, 100, random);
    DelayModel delays =
        new Speeds(List.of(1.0, 3.0, 0.5), new Distribution.ShiftedExponential(0.1, 1));
    SimulatedCluster simulated =
        SimulatedCluster.builder(
                schedule.capacity.workers(), delays, Randomness.insecure(schedule.seed + 1))
            .costs(CostModel.perMultiplyAdd(1e-2))
            .open();
    FaultyCluster faulty =
        FaultyCluster.around(simulated, schedule.faults, Randomness.insecure(schedule.seed + 2));
    List<Outcome<Operand>> outcomes = new ArrayList<>();
    try (PieceCluster cluster = pieces(faulty, schedule, needed)) {
      Lagrid lagrid =
          Lagrid.on(cluster)
              .with(settings(needed, rateless))
              .in(Environment.standard().withInsecureSeed(schedule.seed + 3));
      for (int round = 0; round < 3; round++) {
        Outcome<Operand> outcome = lagrid.attempt(a, b);
        boolean known = !rateless && (round == 0 || !schedule.adaptive);
        check(schedule, outcome, Naive.product(a, b), known ? needed : UNKNOWN);
        outcomes.add(outcome);
      }
      assertThat(cluster.kept()).as("seed %d", schedule.seed).isZero();
      assertThat(simulated.retained()).as("seed %d", schedule.seed).isZero();
    }
    return outcomes;
  }

  private static PieceCluster pieces(FaultyCluster cluster, Schedule schedule, int needed) {
    return schedule.adaptive
        ? PieceCluster.adaptive(
            cluster, schedule.capacity, schedule.first, LoadPolicy.enough(needed, 0))
        : PieceCluster.around(cluster, schedule.capacity);
  }

  private static Settings settings(int needed, boolean rateless) {
    return Settings.DEFAULT
        .withTolerance(Tolerance.NONE)
        .withVerification(Settings.Verification.FREIVALDS)
        .withCode(rateless ? "lt" : "mds")
        .withPartition(new Partition(1, needed, 1))
        .withTimeout(TIMEOUT);
  }

  private static void check(
      Schedule schedule, Outcome<Operand> outcome, LongMatrix product, int needed) {
    if (outcome instanceof Outcome.Succeeded<Operand> succeeded) {
      assertThat(succeeded.value()).as("seed %d", schedule.seed).isEqualTo(product);
    } else {
      assertThat(schedule.honest()).as("seed %d: %s", schedule.seed, outcome).isLessThan(needed);
      assertThat(((Outcome.Failed<Operand>) outcome).failure())
          .as("seed %d", schedule.seed)
          .isInstanceOfAny(Failure.TooFewAnswers.class, Failure.TimedOut.class);
    }
  }
}
