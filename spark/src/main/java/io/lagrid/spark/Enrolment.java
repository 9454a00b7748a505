package io.lagrid.spark;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.spark.pinned.Attendance;
import io.lagrid.spark.pinned.Courier;
import io.lagrid.spark.pinned.Executor;
import io.lagrid.spark.pinned.Labels;
import io.lagrid.spark.pinned.Visit;
import io.lagrid.spark.resident.SeatCall;
import io.lagrid.spark.resident.SeatId;
import io.lagrid.spark.wire.Seal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gives every worker its seat: which physical executor will hold its shares. Waits for executors as
 * long as there are too few of them.
 */
final class Enrolment {

  /** How long executors that are there may take to answer, however short the patience. */
  private static final Duration HANDSHAKE = Duration.ofSeconds(30);

  private final long cluster;
  private final Attendance attendance;
  private final Courier courier;
  private final SparkSettings settings;
  private final Clock clock;
  private final Map<Integer, Seat> seats = new TreeMap<>();
  private long draws;

  Enrolment(
      long cluster, Attendance attendance, Courier courier, SparkSettings settings, Clock clock) {
    this.cluster = cluster;
    this.attendance = attendance;
    this.courier = courier;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Seats the workers.
   *
   * @return the seats by worker
   * @throws TooFewExecutorsException if the executors that came do not do
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  List<Seat> seat(int workers) throws InterruptedException {
    long deadline = clock.nanos() + settings.patience().toNanos();
    while (seats.size() < workers) {
      if (!attendance.await(present -> enough(workers, present), clock, deadline)) {
        throw new TooFewExecutorsException(workers, settings.separation(), attendance.present());
      }
      ask(assign(workers), Math.max(deadline, clock.nanos() + HANDSHAKE.toNanos()));
      seats.values().removeIf(seat -> attendance.whyGone(seat.executor()).isPresent());
      if (seats.size() < workers && clock.nanos() >= deadline) {
        throw new TooFewExecutorsException(workers, settings.separation(), taken());
      }
    }
    return List.copyOf(seats.values());
  }

  private boolean enough(int workers, List<Executor> present) {
    int needed = settings.separation() == Separation.NONE ? 1 : workers;
    return settings.separation().parties(present) >= needed;
  }

  /** An executor for every worker that has no seat yet. */
  private Map<Integer, Executor> assign(int workers) {
    Set<Object> used = new HashSet<>();
    seats.values().forEach(seat -> used.add(settings.separation().party(seat.executor())));
    List<Executor> free = new ArrayList<>();
    for (Executor executor : attendance.present()) {
      if (settings.separation() == Separation.NONE
          || used.add(settings.separation().party(executor))) {
        free.add(executor);
      }
    }
    Map<Integer, Executor> assignment = new TreeMap<>();
    for (int worker = 0; worker < workers && !free.isEmpty(); worker++) {
      if (!seats.containsKey(worker)) {
        Executor executor = free.remove(0);
        assignment.put(worker, executor);
        if (settings.separation() == Separation.NONE) {
          free.add(executor);
        }
      }
    }
    return assignment;
  }

  private void ask(Map<Integer, Executor> assignment, long deadline) throws InterruptedException {
    List<SeatId> ids = new ArrayList<>();
    List<Visit> visits = new ArrayList<>();
    assignment.forEach(
        (worker, executor) -> {
          SeatId id = new SeatId(cluster, worker, ++draws);
          ids.add(id);
          visits.add(new Visit(executor, new SeatCall(id, settings.memory())));
        });
    Labels labels = new Labels("lagrid-enrolment", "Lagrid: seat " + visits.size() + " workers");
    courier
        .ask(labels, visits, clock, deadline)
        .forEach(
            (visit, key) -> {
              Seat seat = new Seat(ids.get(visit), visits.get(visit).executor(), new Seal(key));
              seats.put(ids.get(visit).worker(), seat);
            });
  }

  private List<Executor> taken() {
    return seats.values().stream().map(Seat::executor).toList();
  }
}
