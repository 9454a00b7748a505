package io.lagrid.engine.cluster.fault;

import io.lagrid.algebra.ambient.Randomness;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which faults befall a cluster: each an entry for a number of workers picked at random, or for one
 * worker by its number. No worker has more than one fault.
 *
 * <p>Immutable.
 *
 * @param entries the faults, in the order given; copied
 */
public record FaultSpec(List<Entry> entries) {

  private static final FaultSpec NONE = new FaultSpec(List.of());

  /** Copies the list; checks that no worker is named twice. */
  public FaultSpec {
    entries = List.copyOf(entries);
    List<Integer> named = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.who() instanceof Who.Named who) {
        if (named.contains(who.worker())) {
          throw new IllegalArgumentException(
              "worker " + who.worker() + " is named twice; a worker has at most one fault");
        }
        named.add(who.worker());
      }
    }
  }

  /** Whom a fault befalls. */
  public sealed interface Who {

    /**
     * Workers picked at random.
     *
     * @param count how many, at least 1
     */
    record Some(int count) implements Who {

      /** Checks the range. */
      public Some {
        if (count < 1) {
          throw new IllegalArgumentException(count + " workers; at least 1 is legal");
        }
      }

      @Override
      public String toString() {
        return Integer.toString(count);
      }
    }

    /**
     * One worker.
     *
     * @param worker its number, from 0
     */
    record Named(int worker) implements Who {

      /** Checks the range. */
      public Named {
        if (worker < 0) {
          throw new IllegalArgumentException("worker " + worker + "; workers count from 0");
        }
      }

      @Override
      public String toString() {
        return "worker" + worker;
      }
    }
  }

  /** One fault and whom it befalls. */
  public record Entry(Who who, Fault fault) {

    /** As {@link FaultSpec#parse} reads it. */
    @Override
    public String toString() {
      return fault.text(who);
    }
  }

  /** No faults. */
  public static FaultSpec none() {
    return NONE;
  }

  /**
   * Reads a comma-separated list of {@code slow:WHO@DELAY}, {@code crash:WHO}, {@code
   * crash:WHO@AFTER}, {@code crash:WHO@AFTER+ROUNDS}, {@code lie:WHO} and {@code lie:WHO@WAY}; or
   * {@code none}. WHO is a number of workers, or {@code worker} and a worker's number; DELAY a
   * decimal number with unit ms, s, m or h; AFTER and ROUNDS as in {@link Fault.Crash}; WAY a
   * {@link Fault.Way} in lower case, noise if there is none.
   *
   * @throws IllegalArgumentException if it is anything else; the message says where, and what is
   *     legal
   */
  public static FaultSpec parse(String text) {
    return FaultParser.parse(text);
  }

  /** These faults, and one more for that many workers picked at random. */
  public FaultSpec some(int count, Fault fault) {
    return plus(new Entry(new Who.Some(count), fault));
  }

  /** These faults, and one more for that worker. */
  public FaultSpec worker(int worker, Fault fault) {
    return plus(new Entry(new Who.Named(worker), fault));
  }

  /** How many workers have a fault. */
  public long faulty() {
    return entries.stream()
        .mapToLong(entry -> entry.who() instanceof Who.Some some ? some.count() : 1)
        .sum();
  }

  /**
   * Picks the workers: first come those that are named, then for each entry in its order distinct
   * others, every choice equally likely.
   *
   * @return the fault of each faulty worker
   * @throws IllegalArgumentException if there are more faults than workers, or a named worker does
   *     not exist
   */
  public SortedMap<Integer, Fault> assign(int workers, Randomness randomness) {
    if (faulty() > workers) {
      throw new IllegalArgumentException(
          "'%s' has %d faulty workers; the cluster has %d workers"
              .formatted(this, faulty(), workers));
    }
    SortedMap<Integer, Fault> faults = new TreeMap<>();
    for (Entry entry : entries) {
      if (entry.who() instanceof Who.Named named) {
        checkExists(named.worker(), workers);
        faults.put(named.worker(), entry.fault());
      }
    }
    List<Integer> sound = new ArrayList<>();
    Stream.iterate(0, i -> i < workers, i -> i + 1)
        .filter(i -> !faults.containsKey(i))
        .forEach(sound::add);
    for (Entry entry : entries) {
      if (entry.who() instanceof Who.Some some) {
        for (int i = 0; i < some.count(); i++) {
          faults.put(sound.remove(randomness.nextInt(sound.size())), entry.fault());
        }
      }
    }
    return faults;
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return entries.isEmpty()
        ? "none"
        : entries.stream().map(Entry::toString).collect(Collectors.joining(","));
  }

  private FaultSpec plus(Entry entry) {
    return new FaultSpec(Stream.concat(entries.stream(), Stream.of(entry)).toList());
  }

  private void checkExists(int worker, int workers) {
    if (worker >= workers) {
      throw new IllegalArgumentException(
          "'%s' names worker %d; the cluster has workers 0 to %d"
              .formatted(this, worker, workers - 1));
    }
  }
}
