package io.lagrid.engine.cluster.piece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.codes.Partition;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Naive;
import io.lagrid.engine.PreparedProduct;
import io.lagrid.engine.Settings;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Probe;
import io.lagrid.engine.cluster.ProductTask;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.Script;
import io.lagrid.engine.cluster.ScriptedCluster;
import io.lagrid.engine.cluster.ShareKey;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.engine.cluster.fault.Fault;
import io.lagrid.engine.cluster.fault.FaultSpec;
import io.lagrid.engine.cluster.fault.FaultyCluster;
import io.lagrid.engine.cluster.local.LocalCluster;
import io.lagrid.engine.cluster.sim.CostModel;
import io.lagrid.engine.cluster.sim.SimulatedCluster;
import io.lagrid.engine.delay.DelayModel;
import io.lagrid.engine.delay.Distribution;
import io.lagrid.engine.delay.Speeds;
import io.lagrid.engine.report.ComputationFailedException;
import io.lagrid.engine.report.Failure;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.Outcome;
import io.lagrid.engine.report.Result;
import io.lagrid.engine.report.RunReport;
import io.lagrid.engine.simulate.Comparison;
import io.lagrid.engine.simulate.RoundTiming;
import io.lagrid.engine.simulate.piece.InPieces;
import io.lagrid.engine.simulate.piece.LearnedLoads;
import io.lagrid.engine.simulate.piece.Pace;
import io.lagrid.engine.statistics.HeterogeneousLoads;
import io.lagrid.engine.statistics.WorkConservingBound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PieceClusterTest {

  private static final long SEED = 11;
  private static final List<Double> SPEEDS = List.of(1.0, 1.0, 2.0, 3.0, 4.0, 5.0);
  private static final DelayModel UNEQUAL = new Speeds(SPEEDS, new Distribution.Constant(1));

  private final Randomness random = Randomness.insecure(SEED);
  private final LongMatrix a = Naive.longs(48, 10, 1000, random);
  private final LongMatrix b = Naive.longs(10, 3, 1000, random);

  private static SimulatedCluster simulated(DelayModel delays) {
    return SimulatedCluster.builder(6, delays, Randomness.insecure(SEED))
        .costs(CostModel.perMultiplyAdd(1e-3))
        .open();
  }

  private static Lagrid mds(PieceCluster cluster, int rowBlocks, Tolerance tolerance) {
    return Lagrid.on(cluster)
        .with(
            Settings.DEFAULT
                .withTolerance(tolerance)
                .withCode("mds")
                .withPartition(new Partition(1, rowBlocks, 1)));
  }

  /** Seconds that a worker of speed 1 takes for a piece, as the workers say. */
  private static double unit(RunReport report) {
    return report.workers().get(5).compute() * SPEEDS.get(5); // piece 5 is worker 5's first
  }

  @Test
  void whatSlowWorkersHaveDoneCounts() {
    Loads loads = Loads.even(6, 4);
    try (PieceCluster cluster = PieceCluster.around(simulated(UNEQUAL), loads)) {
      Result<LongMatrix> result =
          mds(cluster, 16, loads.inPieces(Tolerance.stragglers(2))).multiply(a, b);
      assertThat(result.value()).isEqualTo(Naive.product(a, b));
      double[] arrivals =
          IntStream.range(0, 6)
              .boxed()
              .flatMap(i -> IntStream.rangeClosed(1, 4).mapToObj(j -> j / SPEEDS.get(i)))
              .mapToDouble(Double::doubleValue)
              .sorted()
              .toArray();
      RunReport report = result.report();
      assertThat(report.seconds().await())
          .isCloseTo(arrivals[15] * unit(report), within(1e-6 * unit(report)));
      assertThat(report.workersThat(Fate.USED)).hasSize(16).contains(0, 1); // of the slow ones too
    }
  }

  @Test
  void loadsThatFitTheSpeedsReachTheWorkConservingBound() {
    double[] shifts = SPEEDS.stream().mapToDouble(speed -> 1 / speed).toArray();
    double[] rates = SPEEDS.stream().mapToDouble(speed -> 1e6 * speed).toArray();
    int[] best = HeterogeneousLoads.of(16, shifts, rates).wholeLoads();
    try (PieceCluster cluster = PieceCluster.around(simulated(UNEQUAL), Loads.of(best))) {
      Result<LongMatrix> result = mds(cluster, 16, Tolerance.NONE).multiply(a, b);
      assertThat(result.value()).isEqualTo(Naive.product(a, b));
      double bound = WorkConservingBound.seconds(16, shifts) * unit(result.report());
      assertThat(result.report().seconds().await()).isBetween(bound - 1e-9, 1.01 * bound);
    }
  }

  @Test
  void aWorkerThatNeverAnswersCostsItsPiecesOnly() {
    DelayModel silent = (n, randomness) -> () -> (worker, attempt) -> worker == 4 ? 1.0 / 0 : 1;
    Loads loads = Loads.even(6, 4);
    try (PieceCluster cluster = PieceCluster.around(simulated(silent), loads)) {
      Result<LongMatrix> result =
          mds(cluster, 20, loads.inPieces(Tolerance.stragglers(1))).multiply(a, b);
      assertThat(result.value()).isEqualTo(Naive.product(a, b));
      assertThat(result.report().workersThat(Fate.LATE)).containsExactly(4, 10, 16, 22);
    }
  }

  @Test
  void ratelessPiecesSufficeWhoeverTheyComeFrom() {
    Loads loads = Loads.even(6, 10);
    Matrix left = Naive.doubles(48, 10, random);
    Matrix right = Naive.doubles(10, 3, random);
    Settings settings = Settings.DEFAULT.withCode("lt").withPartition(new Partition(1, 24, 1));
    try (PieceCluster cluster = PieceCluster.around(simulated(UNEQUAL), loads)) {
      Result<Matrix> result = Lagrid.on(cluster).with(settings).multiply(left, right);
      assertThat(Naive.relativeError(result.value(), Naive.product(left, right), left, right))
          .isLessThan(result.report().errorBound());
      assertThat(result.report().errorBound()).isLessThan(1e-11);
      assertThat(result.report().workersThat(Fate.USED)).hasSize(24);
      assertThat(result.report().workersThat(Fate.LATE)).hasSizeGreaterThan(20);
    }
  }

  @Test
  void faultsBefallAllPiecesOfAWorker() {
    Loads loads = Loads.even(6, 3);
    FaultSpec spec =
        FaultSpec.none()
            .worker(1, Fault.lie(Fault.Way.SWAP))
            .worker(2, Fault.crash())
            .worker(5, Fault.lie(Fault.Way.NOISE));
    FaultyCluster faulty =
        FaultyCluster.around(simulated(UNEQUAL), spec, Randomness.insecure(SEED));
    try (PieceCluster cluster = PieceCluster.around(faulty, loads)) {
      Tolerance tolerance = loads.inPieces(new Tolerance(1, 2, 0));
      Result<LongMatrix> result = mds(cluster, 9, tolerance).multiply(a, b);
      assertThat(result.value()).isEqualTo(Naive.product(a, b));
      assertThat(result.report().workersThat(Fate.LOST)).containsExactly(2, 8, 14);
      assertThat(result.report().workersThat(Fate.REJECTED)).isSubsetOf(1, 7, 13, 5, 11, 17);
      assertThat(result.report().workersThat(Fate.USED)).doesNotContain(1, 7, 13, 5, 11, 17);
    }
  }

  @Test
  void runsOnThreads() {
    Loads loads = Loads.of(1, 4, 3);
    try (PieceCluster cluster = PieceCluster.around(LocalCluster.of(3), loads)) {
      Result<LongMatrix> result = mds(cluster, 4, Tolerance.stragglers(4)).multiply(a, b);
      assertThat(result.value()).isEqualTo(Naive.product(a, b));
      assertThat(result.report().workersThat(Fate.USED)).hasSize(4);
    }
  }

  @Test
  void loadsFollowTheSpeedsThatWereSeen() {
    Loads capacity = Loads.even(6, 8);
    LoadPolicy policy = LoadPolicy.enough(16, 1);
    List<Double> seconds = new ArrayList<>();
    List<Long> sent = new ArrayList<>();
    long told = 0;
    CountingCluster counting = new CountingCluster(simulated(UNEQUAL));
    try (PieceCluster cluster =
            PieceCluster.adaptive(counting, capacity, Loads.even(6, 3), policy);
        PreparedProduct<LongMatrix> prepared =
            mds(cluster, 16, Tolerance.NONE).prepare(a, b.columns())) {
      for (int round = 0; round < 6; round++) {
        Result<LongMatrix> result = prepared.multiply(b);
        assertThat(result.value()).isEqualTo(Naive.product(a, b));
        seconds.add(result.report().seconds().await() / unit(result.report()));
        sent.add(counting.left());
        told += result.report().traffic().up();
        assertThat(told).as("bytes until round %d", round).isEqualTo(counting.bytesAtStart());
      }
      double[] pace = SPEEDS.stream().mapToDouble(speed -> 1 / speed).toArray();
      assertThat(seconds.get(0)).as("with three pieces each").isEqualTo(2, within(1e-6));
      assertThat(seconds.get(5)).isLessThan(1.3 * WorkConservingBound.seconds(16, pace));
      assertThat(sent.get(5)).as("in the end nothing more is sent").isEqualTo(sent.get(4));
      assertThat(sent.get(5)).as("what no load asks for stays here").isLessThan(capacity.total());
      assertThat(cluster.loads().of(5)).isGreaterThan(2 * cluster.loads().of(0));
    }
  }

  @Test
  void roundsThatAreOnlyTimedTakeAsLong() {
    Loads capacity = Loads.even(6, 8);
    InPieces most = new InPieces("adaptive", capacity.pieces(), 16, new Pace(0, 0, 1));
    LearnedLoads timed = new LearnedLoads(most, 1);
    List<RoundTiming> timings =
        Comparison.play(List.of(timed), UNEQUAL, 6, SEED).tracks().get(0).timings();
    try (PieceCluster cluster =
            PieceCluster.adaptive(
                simulated(UNEQUAL), capacity, timed.first(), LoadPolicy.enough(16, 1));
        PreparedProduct<LongMatrix> prepared =
            mds(cluster, 16, Tolerance.NONE).prepare(a, b.columns())) {
      for (RoundTiming timing : timings) {
        RunReport report = prepared.multiply(b).report();
        assertThat(report.seconds().await())
            .isCloseTo(timing.seconds() * unit(report), within(1e-6 * unit(report)));
      }
    }
    assertThat(timings.get(5).seconds()).isLessThan(0.7 * timings.get(0).seconds());
    assertThat(timed.play((worker, attempt) -> 1 / SPEEDS.get(worker), random))
        .as("a round of its own is a first one")
        .isEqualTo(timings.get(0));
  }

  @Test
  void anOperandThatIsNotCutIsSentToEachWorkerOnce() {
    CountingCluster counting = new CountingCluster(simulated(UNEQUAL));
    try (PieceCluster cluster = PieceCluster.around(counting, Loads.even(6, 4))) {
      Result<LongMatrix> result = mds(cluster, 16, Tolerance.NONE).multiply(a, b);
      assertThat(counting.left()).isEqualTo(24);
      assertThat(counting.right()).isEqualTo(6);
      int planes = result.report().arithmetic().primes().size();
      long left = 24L * (a.rows() / 16) * a.columns();
      long right = 6L * b.rows() * b.columns();
      assertThat(result.report().traffic().up())
          .isEqualTo((left + right) * planes * Double.BYTES)
          .isEqualTo(counting.bytesAtStart());
    }
  }

  /** Also where a worker's later piece comes first, and looks like one share for all. */
  @Test
  void everyPieceIsComputedFromItsOwnShareInWhateverOrderTheyAreTold() throws InterruptedException {
    for (int[] order : new int[][] {{0, 1, 2, 3}, {2, 0, 1, 3}, {3, 2, 1, 0}, {2, 3, 0, 1}}) {
      try (PieceCluster cluster =
          PieceCluster.around(
              SimulatedCluster.builder(2, new Distribution.Constant(1), Randomness.insecure(SEED))
                  .open(),
              Loads.even(2, 2))) {
        ShareKey left = new ShareKey(1, 0);
        ShareKey right = new ShareKey(1, 1);
        for (int piece : order) {
          cluster.place(left, piece, Probe.share(piece));
          cluster.place(right, piece, Probe.share(1));
        }
        try (Round round =
            cluster.start(new Dispatch(1, new ProductTask(), List.of(left, right)))) {
          for (int i = 0; i < 4; i++) {
            WorkerEvent.Answered event = (WorkerEvent.Answered) round.next(Long.MAX_VALUE);
            assertThat(event.answer()).isEqualTo(Probe.block(event.worker()));
          }
          assertThat(round.next(Long.MAX_VALUE)).isNull();
        }
      }
    }
  }

  @Test
  void tooFewPiecesAreATypedFailure() {
    Loads loads = Loads.even(6, 2);
    try (PieceCluster cluster =
        PieceCluster.adaptive(
            simulated(UNEQUAL), Loads.even(6, 4), loads, LoadPolicy.enough(24, 0))) {
      Lagrid lagrid = mds(cluster, 16, Tolerance.NONE);
      assertThatThrownBy(() -> lagrid.multiply(a, b))
          .isInstanceOf(ComputationFailedException.class)
          .hasMessageContaining("0 answered, 16 needed");
      assertThat(lagrid.multiply(a, b).value()).isEqualTo(Naive.product(a, b));
    }
  }

  /** Pieces that a worker could be given, but was not, cannot save a round. */
  @Test
  void aRoundThatCannotSucceedFailsAtOnceWhateverElseThereCouldBe() {
    DelayModel silent = (n, randomness) -> () -> (worker, attempt) -> worker == 4 ? 1.0 / 0 : 1;
    Loads first = Loads.even(6, 3);
    Settings settings =
        Settings.DEFAULT
            .withCode("mds")
            .withPartition(new Partition(1, 16, 1))
            .withTimeout(Duration.ofHours(1));
    for (boolean adaptive : new boolean[] {false, true}) {
      FaultyCluster faulty =
          FaultyCluster.around(
              simulated(silent),
              FaultSpec.none().worker(5, Fault.crash()),
              Randomness.insecure(SEED));
      try (PieceCluster cluster =
          adaptive
              ? PieceCluster.adaptive(faulty, Loads.even(6, 8), first, LoadPolicy.enough(16, 0))
              : PieceCluster.around(faulty, first)) {
        Outcome.Failed<Operand> failed =
            (Outcome.Failed<Operand>) Lagrid.on(cluster).with(settings).attempt(a, b);
        assertThat(failed.failure()).isInstanceOf(Failure.TooFewAnswers.class);
        assertThat(failed.failure().lost()).contains(5, 11, 17);
        assertThat(failed.report().seconds().await()).as("adaptive %s", adaptive).isZero();
      }
    }
  }

  @Test
  void loadsMustFitTheCluster() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PieceCluster.around(simulated(UNEQUAL), Loads.even(5, 2)))
        .withMessageContaining("5 workers on a cluster of 6");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                PieceCluster.adaptive(
                    simulated(UNEQUAL),
                    Loads.even(6, 2),
                    Loads.even(6, 3),
                    LoadPolicy.enough(1, 0)))
        .withMessageContaining("at most 2");
  }

  @Test
  void aClusterThatHearsOneRoundAtATimeRefuses() {
    Cluster cluster = new ScriptedCluster(2, Script.inTurn());
    Dispatch dispatch = new Dispatch(1, new ProductTask(), List.of());
    assertThatThrownBy(() -> cluster.startAll(List.of(dispatch, dispatch)))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("one round at a time");
  }
}
