package io.lagrid.bench.forecast;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.PreparedProduct;
import io.lagrid.engine.Settings;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.local.LocalCluster;
import io.lagrid.engine.cluster.piece.Loads;
import io.lagrid.engine.cluster.piece.PieceCluster;
import io.lagrid.engine.cluster.sim.SimulatedCluster;
import io.lagrid.engine.delay.DelayModel;
import io.lagrid.engine.delay.Distribution;
import io.lagrid.engine.delay.SlowHosts;
import io.lagrid.engine.delay.Speeds;
import io.lagrid.engine.report.RunReport;
import java.util.List;
import java.util.Locale;

/**
 * Rounds in virtual time against rounds of threads that sleep as long as the same draws say: prints
 * the mean seconds of both, and fails if they differ by more than a tenth. Needs a machine that has
 * cores to spare; {@code bench/forecast.sh} runs it.
 */
public final class ForecastCampaign {

  private static final int WORKERS = 12;
  private static final int SIDE = 96;
  private static final long SEED = 17;
  private static final double TOLERATED = 0.1;

  private static final DelayModel EXPONENTIAL = new Distribution.ShiftedExponential(0.06, 20);
  private static final DelayModel HEAVY = new Distribution.Pareto(2.5, 0.06);
  private static final DelayModel BIMODAL = new Distribution.Bimodal(0.15, 0.06, 0.4);
  private static final DelayModel HOSTS = new SlowHosts(3, 0.2, 4, new Distribution.Constant(0.06));
  private static final DelayModel UNEQUAL =
      new Speeds(List.of(1.0, 2.0, 3.0, 4.0), new Distribution.ShiftedExponential(0.15, 10));

  private ForecastCampaign() {}

  /**
   * One comparison.
   *
   * @param title a few words
   * @param delays how long tasks take
   * @param settings what to tolerate, by which code
   * @param pieces how many pieces each worker's task is cut into; 1 for none
   */
  private record Case(String title, DelayModel delays, Settings settings, int pieces) {

    static Case of(String title, DelayModel delays, String code, int stragglers) {
      Settings settings =
          Settings.DEFAULT.withCode(code).withTolerance(Tolerance.stragglers(stragglers));
      return new Case(title, delays, settings, 1);
    }

    Case inPieces(int each) {
      int stragglers = settings.tolerance().stragglers() * each;
      return new Case(
          title + ", in pieces",
          delays,
          settings.withTolerance(Tolerance.stragglers(stragglers)),
          each);
    }
  }

  /**
   * Runs it.
   *
   * @param arguments the number of rounds per case, 20 unless given
   */
  @SuppressWarnings("SystemOut") // to the script
  public static void main(String[] arguments) {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
    System.out.println("| case | rounds | simulated | measured | measured / simulated |");
    System.out.println("| --- | --- | --- | --- | --- |");
    boolean close = true;
    for (Case each : cases()) {
      double simulated = meanSeconds(each, simulated(each), rounds);
      double measured = meanSeconds(each, real(each), rounds);
      double ratio = measured / simulated;
      close &= Math.abs(ratio - 1) <= TOLERATED;
      System.out.println(
          String.format(
              Locale.ROOT,
              "| %s | %d | %.1f ms | %.1f ms | %.3f |",
              each.title,
              rounds,
              1e3 * simulated,
              1e3 * measured,
              ratio));
    }
    System.exit(close ? 0 : 1);
  }

  private static List<Case> cases() {
    Case mds = Case.of("mds, S = 3, speeds 1 to 4", UNEQUAL, "mds", 3);
    return List.of(
        Case.of("entangled, S = 3, shift-exponential", EXPONENTIAL, "entangled", 3),
        Case.of("entangled, S = 3, Pareto", HEAVY, "entangled", 3),
        Case.of("lcc, S = 5, bimodal", BIMODAL, "lcc", 5),
        Case.of("repetition, S = 2, slow hosts", HOSTS, "repetition", 2),
        Case.of("uncoded, shift-exponential", EXPONENTIAL, "uncoded", 0),
        mds,
        mds.inPieces(4),
        Case.of("lt, speeds 1 to 4", UNEQUAL, "lt", 0).inPieces(4));
  }

  private static Cluster simulated(Case each) {
    double share = 1.0 / each.pieces;
    return inPieces(
        SimulatedCluster.builder(WORKERS, each.delays, Randomness.insecure(SEED))
            .costs((task, shares) -> share)
            .open(),
        each);
  }

  private static Cluster real(Case each) {
    LocalCluster threads = LocalCluster.builder(WORKERS).cores(WORKERS).open();
    return inPieces(
        new SleepingCluster(
            threads, each.delays.start(WORKERS, Randomness.insecure(SEED)), 1.0 / each.pieces),
        each);
  }

  private static Cluster inPieces(Cluster cluster, Case each) {
    return each.pieces == 1
        ? cluster
        : PieceCluster.around(cluster, Loads.even(WORKERS, each.pieces));
  }

  private static double meanSeconds(Case each, Cluster cluster, int rounds) {
    Randomness entries = Randomness.insecure(SEED);
    double sum = 0;
    try (cluster) {
      Lagrid lagrid = Lagrid.on(cluster).with(each.settings);
      try (PreparedProduct<Matrix> product = lagrid.prepare(random(entries), SIDE)) {
        for (int round = 0; round < rounds; round++) {
          RunReport report = product.multiply(random(entries)).report();
          sum += report.seconds().await();
        }
      }
    }
    return sum / rounds;
  }

  private static Matrix random(Randomness randomness) {
    double[] data = new double[SIDE * SIDE];
    for (int i = 0; i < data.length; i++) {
      data[i] = randomness.nextDouble() - 0.5;
    }
    return Matrix.of(SIDE, SIDE, data);
  }
}
