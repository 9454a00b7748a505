package io.lagrid.spark;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.spark.pinned.Attendance;
import io.lagrid.spark.pinned.Call;
import io.lagrid.spark.pinned.Courier;
import io.lagrid.spark.pinned.Delivery;
import io.lagrid.spark.pinned.Executor;
import io.lagrid.spark.pinned.Labels;
import io.lagrid.spark.pinned.Receiver;
import io.lagrid.spark.pinned.Tally;
import io.lagrid.spark.pinned.TaskTotals;
import io.lagrid.spark.pinned.Visit;
import io.lagrid.spark.resident.LeaveCall;
import io.lagrid.spark.resident.WorkerRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.SparkContext;

/** A cluster's workers at their seats, and the way to reach them. Thread-safe. */
final class Crew implements AutoCloseable {

  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final long cluster;
  private final Clock clock;
  private final SparkContext context;
  private final Attendance attendance;
  private final Courier courier;
  private final Tally tally;
  private final List<Seat> seats;

  /**
   * Seats the workers.
   *
   * @throws TooFewExecutorsException if the application has not executors enough
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  Crew(long cluster, SparkContext context, SparkSettings settings, int workers, Clock clock)
      throws InterruptedException {
    this.cluster = cluster;
    this.clock = clock;
    this.context = context;
    this.attendance = new Attendance(context);
    this.tally = new Tally(context, group(""));
    this.courier = new Courier(context, attendance, settings.attempts());
    try {
      this.seats = new Enrolment(cluster, attendance, courier, settings, clock).seat(workers);
    } catch (RuntimeException | InterruptedException e) {
      close();
      throw e;
    }
  }

  /** The seats, by worker. */
  List<Seat> seats() {
    return seats;
  }

  /** The seats whose executor is there. */
  List<Seat> present() {
    return seats.stream().filter(seat -> whyGone(seat).isEmpty()).toList();
  }

  /** Why the worker in that seat is lost for good; empty if its executor is there. */
  Optional<String> whyGone(Seat seat) {
    return attendance
        .whyGone(seat.executor())
        .map(reason -> "%s is gone: %s".formatted(seat.executor(), reason));
  }

  /** What this cluster's tasks have taken, executor by executor. */
  Map<Executor, TaskTotals> totals() {
    Map<Executor, TaskTotals> totals = new LinkedHashMap<>();
    seats.forEach(seat -> totals.put(seat.executor(), tally.on(seat.executor())));
    return totals;
  }

  /** What the tasks of one errand have taken at a seat's executor. */
  TaskTotals totals(String errand, Seat seat) {
    return tally.on(seat.executor(), group(errand));
  }

  boolean stopped() {
    return context.isStopped();
  }

  void observe(Attendance.Observer observer) {
    attendance.observe(observer);
  }

  /**
   * Sends a call to every given seat.
   *
   * @param errand names the job group
   * @param what the job's description
   */
  Delivery send(
      String errand, String what, List<Seat> to, Function<Seat, Call> call, Receiver receiver) {
    List<Visit> visits =
        to.stream().map(seat -> new Visit(seat.executor(), call.apply(seat))).toList();
    return courier.send(labels(errand, what), visits, receiver);
  }

  /** Asks every executor that has seats and is there, and waits for the answers. */
  Map<Executor, byte[]> askExecutors(String errand, String what, Call call, long deadlineNanos)
      throws InterruptedException {
    List<Executor> executors = present().stream().map(Seat::executor).distinct().toList();
    List<Visit> visits = executors.stream().map(executor -> new Visit(executor, call)).toList();
    Map<Executor, byte[]> answers = new LinkedHashMap<>();
    courier
        .ask(labels(errand, what), visits, clock, deadlineNanos)
        .forEach((visit, answer) -> answers.put(executors.get(visit), answer));
    return answers;
  }

  /** Has the workers leave; gives up after a while where executors are busy. */
  void dismiss() {
    WorkerRegistry.here().leave(cluster); // where all runs in one process
    if (stopped()) {
      return;
    }
    try {
      long deadline = clock.nanos() + FAREWELL.toNanos();
      askExecutors("farewell", "leave", new LeaveCall(cluster), deadline);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException e) {
      // The application was stopped meanwhile, and its executors with it.
    }
  }

  @Override
  public void close() {
    courier.close();
    attendance.close();
    tally.close();
  }

  private Labels labels(String errand, String what) {
    return new Labels(group(errand), "Lagrid: " + what);
  }

  /** The name of an errand's job group; without an errand, what they all begin with. */
  private String group(String errand) {
    return "lagrid-%016x-%s".formatted(cluster, errand);
  }
}
