package io.lagrid.engine;

import io.lagrid.algebra.matrix.IntegerOperand;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.algebra.matrix.RealOperand;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.function.BlockFunction;
import io.lagrid.engine.job.JobRules;
import io.lagrid.engine.map.MapSession;
import io.lagrid.engine.map.MapSettings;
import io.lagrid.engine.map.Mapped;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.plan.Planner;
import io.lagrid.engine.report.ComputationFailedException;
import io.lagrid.engine.report.Outcome;
import io.lagrid.engine.report.Result;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The door: coded computations on a cluster, in terms of what to tolerate.
 *
 * <pre>{@code
 * try (Cluster cluster = LocalCluster.of(12)) {
 *   Result<LongMatrix> product =
 *       Lagrid.on(cluster)
 *           .tolerating(Tolerance.stragglers(2).adversaries(1).colluders(1))
 *           .multiply(a, b);
 * }
 * }</pre>
 *
 * <p>Operands are never modified. Every computation either gives the right result or fails: the
 * caller's mistakes as {@link IllegalArgumentException} before anything is sent, and what the
 * workers do, or do not, as {@link ComputationFailedException}; {@code attempt…} returns the latter
 * instead. Blocking methods throw {@link java.util.concurrent.CancellationException} when the
 * calling thread is interrupted, with its interrupt status set.
 *
 * <p>Immutable and thread-safe; runs may overlap on one cluster.
 */
public final class Lagrid {

  private final Cluster cluster;
  private final Settings settings;
  private final Environment environment;

  private Lagrid(Cluster cluster, Settings settings, Environment environment) {
    this.cluster = cluster;
    this.settings = settings;
    this.environment = environment;
  }

  /** Computations on a cluster, which the caller closes. Tolerates nothing until told what to. */
  public static Lagrid on(Cluster cluster) {
    return new Lagrid(cluster, Settings.DEFAULT, Environment.standard());
  }

  /** Tolerates that much. */
  public Lagrid tolerating(Tolerance tolerance) {
    return with(settings.withTolerance(tolerance));
  }

  /** Runs with other settings, tolerance included. */
  public Lagrid with(Settings settings) {
    return new Lagrid(cluster, settings, environment);
  }

  /** Runs in another environment. */
  public Lagrid in(Environment environment) {
    return new Lagrid(cluster, settings, environment);
  }

  /** The settings. */
  public Settings settings() {
    return settings;
  }

  /** Where it runs; the caller of {@link #on} closes it. */
  public Cluster cluster() {
    return cluster;
  }

  /** What it takes from its surroundings. */
  public Environment environment() {
    return environment;
  }

  /**
   * C = A·B in doubles. Sparse operands stay sparse on the workers, as far as the code allows: the
   * report says what was stored. C is dense.
   *
   * @param a rows × inner; finite; not modified
   * @param b inner × columns; finite; not modified
   * @return rows × columns, within the report's error bound
   * @throws IllegalArgumentException if the shapes do not match, an entry is not finite, or no code
   *     tolerates what is to be tolerated
   * @throws ComputationFailedException if the answers cannot give the result
   */
  public Result<Matrix> multiply(RealOperand a, RealOperand b) {
    return attempt(a, b).map(Matrix.class::cast).orThrow();
  }

  /**
   * C = A·B in integers, exactly; otherwise like {@link #multiply(RealOperand, RealOperand)}.
   *
   * @param a rows × inner; not modified
   * @param b inner × columns; not modified
   * @throws IllegalArgumentException if the shapes do not match or no code tolerates what is to be
   *     tolerated
   * @throws io.lagrid.algebra.exact.OverflowException if an entry of C does not fit into 64 bits
   * @throws ComputationFailedException if the answers cannot give the result
   */
  public Result<LongMatrix> multiply(IntegerOperand a, IntegerOperand b) {
    return attempt(a, b).map(LongMatrix.class::cast).orThrow();
  }

  /**
   * C = A·B like {@link #multiply(RealOperand, RealOperand)}, in the background; cancelling stops
   * the round.
   */
  public CompletableFuture<Result<Matrix>> multiplyAsync(RealOperand a, RealOperand b) {
    return Background.run(() -> multiply(a, b));
  }

  /** The same in integers. */
  public CompletableFuture<Result<LongMatrix>> multiplyAsync(IntegerOperand a, IntegerOperand b) {
    return Background.run(() -> multiply(a, b));
  }

  /** C = A·B, where the failure of the workers is an outcome rather than an exception. */
  public Outcome<Operand> attempt(Operand a, Operand b) {
    return attemptAll(List.of(a), List.of(b)).map(results -> results.get(0));
  }

  /**
   * C_l = A_l·B_l for a batch of products of one shape, coded together.
   *
   * @param a at least one matrix, all of one shape and kind; not modified
   * @param b as many matrices, all of one shape and kind; not modified
   */
  public Outcome<List<Operand>> attemptAll(List<? extends Operand> a, List<? extends Operand> b) {
    ProductBlueprint blueprint = designer().forBatch(a, b);
    try (ProductSession session = new ProductSession(cluster, blueprint, environment, a)) {
      return Background.interruptible(() -> session.multiply(b));
    }
  }

  /**
   * Encodes A and places it on the workers, to be multiplied by one B after another.
   *
   * @param a rows × inner; not modified, not retained by the caller's array
   * @param columns how many columns every B will have
   */
  public PreparedProduct<Matrix> prepare(RealOperand a, int columns) {
    return prepared(a, columns, Matrix.class);
  }

  /** The same for integers: see {@link #prepare(RealOperand, int)}. */
  public PreparedProduct<LongMatrix> prepare(IntegerOperand a, int columns) {
    return prepared(a, columns, LongMatrix.class);
  }

  private <T extends Operand> PreparedProduct<T> prepared(Operand a, int columns, Class<T> kind) {
    ProductBlueprint blueprint = designer().forSeries(a, columns);
    return new PreparedProduct<>(
        new ProductSession(cluster, blueprint, environment, List.of(a)), kind);
  }

  /**
   * f(X_1), …, f(X_K) for any function of blocks, approximately, from any number of answers.
   *
   * <p>All of S, A and T count: estimates rest on the answers of all workers but S or on fewer, up
   * to A liars are located, and T colluders learn no more than the stated number of bits. More
   * answers, and smoother functions, give better estimates.
   *
   * @param function f
   * @param blocks of one shape, finite; not modified
   * @param how stopping, curves, noise
   * @throws IllegalArgumentException if the blocks differ, an entry is not finite, there are too
   *     few workers, or f has no value at the first block, where it is tried before anything is
   *     sent
   * @throws ComputationFailedException if there are too few answers for any estimate, or they
   *     contradict each other beyond A liars
   */
  public Result<Mapped> map(BlockFunction function, List<Matrix> blocks, MapSettings how) {
    return attemptMap(function, blocks, how).orThrow();
  }

  /** The same, where the failure of the workers is an outcome rather than an exception. */
  public Outcome<Mapped> attemptMap(BlockFunction function, List<Matrix> blocks, MapSettings how) {
    MapSession session = mapSession(how);
    return Background.interruptible(() -> session.run(function, blocks));
  }

  /** Every code side by side for such estimates. */
  public PlanTable mapPlans(BlockFunction function, List<Matrix> blocks, MapSettings how) {
    return mapSession(how).plans(function, blocks);
  }

  private MapSession mapSession(MapSettings how) {
    Planner planner = new Planner(environment.catalog());
    return new MapSession(
        cluster, rules(false), planner, settings.tolerance(), settings.caps(), how);
  }

  /** Every code side by side for the product A·B: what it would cost, or why it cannot. */
  public PlanTable plans(Operand a, Operand b) {
    return plansForAll(List.of(a), List.of(b));
  }

  /** The same for a batch of products, as {@link #attemptAll} takes it. */
  public PlanTable plansForAll(List<? extends Operand> a, List<? extends Operand> b) {
    return designer().table(a, b);
  }

  /**
   * What is planned for products of doubles between −1 and 1, before there are any.
   *
   * @param product their shapes
   * @param workers N
   * @param settings what to tolerate, and how
   */
  public static PlanRequest planning(Operation.Product product, int workers, Settings settings) {
    return ProductDesigner.typical(product, workers, settings);
  }

  /**
   * The rules for a job of an operation that is built on this door.
   *
   * @param verified whether the operation checks answers on arrival; else the decoder locates liars
   * @throws IllegalArgumentException if adversaries or colluders are to be tolerated among workers
   *     that do not stand for one party each
   */
  public JobRules rules(boolean verified) {
    requireIndependence();
    return settings.rules(environment, verified ? 0 : settings.tolerance().adversaries());
  }

  /**
   * Runs a round of such an operation on the calling thread.
   *
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; its interrupt
   *     status is set again
   */
  public <T> T interruptible(Waiting<T> round) {
    return Background.interruptible(round);
  }

  /**
   * Something that waits for workers.
   *
   * @param <T> what it gives
   */
  @FunctionalInterface
  public interface Waiting<T> {

    /** Waits, and gives it. */
    T get() throws InterruptedException;
  }

  /**
   * Refuses sparse operands, and NaN and infinity in dense ones.
   *
   * @param name what to call it in the message
   * @throws IllegalArgumentException naming the entry
   */
  public static void requireFinite(String name, Operand operand) {
    requireDense(name, operand);
    ProductOperands.finite(name, operand);
  }

  /** The same for sparse operands alone. */
  public static void requireDense(String name, Operand operand) {
    ProductOperands.dense(name, operand);
  }

  private ProductDesigner designer() {
    requireIndependence();
    return new ProductDesigner(cluster.workers(), settings, environment.catalog(), cluster.clock());
  }

  private void requireIndependence() {
    Tolerance tolerance = settings.tolerance();
    if (tolerance.adversaries() > 0 || tolerance.colluders() > 0) {
      cluster
          .dependence()
          .ifPresent(
              reason -> {
                throw new IllegalArgumentException(
                    "%s cannot be tolerated: adversaries and colluders are counted in workers, but %s"
                        .formatted(tolerance, reason));
              });
    }
  }
}
