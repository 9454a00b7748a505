package io.lagrid.engine.cluster.fault;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.ForwardingCluster;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.ShareKey;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A cluster some of whose workers are slow, crash or lie on purpose, around one whose workers do
 * not.
 *
 * <p>All workers compute; faults change what becomes of their answers on the way back. So a slow or
 * crashed worker takes as much of a core as a sound one. Which workers are faulty, and every false
 * answer, depend only on the randomness, the order in which rounds start and the order in which the
 * answers of a round arrive. All waiting is the inner cluster's or its clock's, so that faults work
 * in virtual time.
 *
 * <p>Thread-safe.
 */
public final class FaultyCluster extends ForwardingCluster {

  private final SortedMap<Integer, Fault> faults;
  private final Randomness randomness; // guarded by this
  private final PastAnswers past = new PastAnswers();
  private final Map<ShareKey, Arithmetic> arithmetics = new HashMap<>(); // guarded by this
  private final Set<FaultyRound> open = new HashSet<>(); // guarded by this
  private long started; // guarded by this

  private FaultyCluster(Cluster inner, SortedMap<Integer, Fault> faults, Randomness randomness) {
    super(inner);
    this.faults = faults;
    this.randomness = randomness;
  }

  /**
   * Lets the faults befall a cluster.
   *
   * @param cluster closed with the result
   * @param randomness picks workers and false answers; not to be used elsewhere afterwards
   * @throws IllegalArgumentException if there are more faults than workers, or a named worker does
   *     not exist
   */
  public static FaultyCluster around(Cluster cluster, FaultSpec spec, Randomness randomness) {
    return new FaultyCluster(cluster, spec.assign(cluster.workers(), randomness), randomness);
  }

  /** The fault of each faulty worker. */
  public SortedMap<Integer, Fault> faults() {
    return Collections.unmodifiableSortedMap(faults);
  }

  @Override
  public synchronized void place(ShareKey key, int worker, Share share) {
    super.place(key, worker, share);
    arithmetics.put(key, share.arithmetic());
  }

  @Override
  public synchronized void release(ShareKey key) {
    super.release(key);
    arithmetics.remove(key);
  }

  @Override
  public synchronized Round startAll(List<Dispatch> dispatches) {
    Round round = super.startAll(dispatches);
    Map<Long, Liar> liars = new LinkedHashMap<>();
    for (Dispatch dispatch : dispatches) {
      Forger forger = new Forger(arithmetic(dispatch), Randomness.insecure(randomness.nextLong()));
      liars.put(dispatch.round(), new Liar(forger, past));
    }
    FaultyRound faulty = new FaultyRound(this, round, liars, inForce(started++));
    open.add(faulty);
    return faulty;
  }

  private Arithmetic arithmetic(Dispatch dispatch) {
    return dispatch.operands().stream()
        .filter(arithmetics::containsKey)
        .map(arithmetics::get)
        .findFirst()
        .orElse(Arithmetic.real());
  }

  @Override
  public void close() {
    super.close();
    synchronized (this) {
      open.forEach(FaultyRound::abandon);
      open.clear();
      arithmetics.clear();
    }
    past.clear();
  }

  /** How many rounds and operands it remembers, and answers of the past. */
  synchronized int remembered() {
    return open.size() + arithmetics.size() + past.size();
  }

  /** The faults without the crashes that are yet to come or are over. */
  private Map<Integer, Fault> inForce(long round) {
    Map<Integer, Fault> result = new TreeMap<>(faults);
    result.values().removeIf(fault -> fault instanceof Fault.Crash crash && !crash.during(round));
    return result;
  }

  synchronized void forget(FaultyRound round) {
    open.remove(round);
  }
}
