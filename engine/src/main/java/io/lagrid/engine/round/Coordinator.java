package io.lagrid.engine.round;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.engine.report.Failure;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.WorkerTimeline;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Conducts one round as a duty cycle: each {@link #step} takes one event from the cluster, checks
 * the answer, offers it to the decoder, and says whether the round is over. It owns no thread and
 * reads no clock but the one it was given, so the same object runs on a thread in production and
 * step by step, in virtual time, under test.
 *
 * <p>The round is over as soon as the answers give the result, as soon as they cannot give it any
 * more (too many workers lost or rejected of those that were asked), or when the deadline passes;
 * whoever is still computing is of no further interest, and closing the round cancels them.
 *
 * <p>Confined to one thread.
 */
public final class Coordinator {

  private final Round round;
  private final RoundPlan plan;
  private final Decoder decoder;
  private final Clock clock;
  private final RoundLog log;
  private final Map<Integer, Block> answers = new TreeMap<>();
  private final SortedSet<Integer> pending = new TreeSet<>();
  private @Nullable Collected ending;
  private long checkNanos;
  private long bytesReceived;

  /**
   * A coordinator for a round that was just started.
   *
   * @param round the running round; the caller closes it
   * @param plan how to judge and collect its answers
   * @param clock the clock whose readings the round's deadlines are
   */
  public Coordinator(Round round, RoundPlan plan, Clock clock) {
    this.round = round;
    this.plan = plan;
    this.decoder = plan.decoder();
    this.clock = clock;
    this.log = new RoundLog(plan.workers(), clock.nanos(), round::place);
    for (int worker = 0; worker < plan.workers(); worker++) {
      if (round.asks(worker)) {
        pending.add(worker);
      }
    }
    if (!decoder.reachable(pending)) {
      ending = conclude(); // fewer were asked than are needed
    }
  }

  /**
   * Runs until the round is over.
   *
   * @throws InterruptedException if the calling thread is interrupted while it waits
   */
  public Collected run() throws InterruptedException {
    while (!step(plan.deadlineNanos())) {
      // each step waits for one event
    }
    return outcome();
  }

  /**
   * Waits for one event at most until a clock reading, and deals with it.
   *
   * @return whether the round is over
   */
  public boolean step(long untilNanos) throws InterruptedException {
    if (ending != null) {
      return true;
    }
    WorkerEvent event = round.next(Math.min(untilNanos, plan.deadlineNanos()));
    if (event == null) {
      long now = clock.nanos();
      if (now >= plan.deadlineNanos()) {
        Collected soFar = conclude(); // an estimate is possible before its decoder is content
        ending = soFar instanceof Collected.Enough ? soFar : new Collected.NotEnough(timedOut());
      } else if (now < untilNanos) {
        ending = conclude(); // the cluster has nothing more to say
      }
    } else if (event.round() == plan.round() && pending.remove(event.worker())) {
      hear(event);
    }
    return ending != null;
  }

  /**
   * How the round ended.
   *
   * @throws IllegalStateException if it is not over
   */
  public Collected outcome() {
    if (ending == null) {
      throw new IllegalStateException("the round is not over");
    }
    return ending;
  }

  /** What was heard of every worker so far. */
  public RoundLog log() {
    return log;
  }

  /** What was heard of every worker, and what its cluster has measured by now. */
  public List<WorkerTimeline> timelines() {
    return log.timelines().stream()
        .map(timeline -> timeline.with(round.measured(timeline.worker())))
        .toList();
  }

  /** Nanoseconds spent on checking answers. */
  public long checkNanos() {
    return checkNanos;
  }

  /** Bytes of all answers that arrived, held as doubles. */
  public long bytesReceived() {
    return bytesReceived;
  }

  private void hear(WorkerEvent event) {
    long now = clock.nanos();
    boolean enough = false;
    if (event instanceof WorkerEvent.Answered answered) {
      enough = weigh(answered, now);
    } else if (event instanceof WorkerEvent.Lost lost) {
      log.record(lost.worker(), Fate.LOST, now, Double.NaN, lost.reason());
    }
    plan.listener().heard(log.of(event.worker()), answers.size(), plan.threshold());
    if (enough || !decoder.reachable(pending)) {
      ending = conclude();
    }
  }

  private boolean weigh(WorkerEvent.Answered event, long now) {
    bytesReceived += event.answer().entries() * Double.BYTES;
    AnswerCheck.Verdict verdict = plan.check().judge(event.worker(), event.answer());
    checkNanos += clock.nanos() - now;
    double compute = event.computeNanos() * 1e-9;
    if (verdict instanceof AnswerCheck.Verdict.Sound sound) {
      answers.put(event.worker(), event.answer());
      log.record(event.worker(), Fate.SPARE, now, compute, "");
      return decoder.offer(event.worker(), sound.projection());
    }
    String reason = ((AnswerCheck.Verdict.Wrong) verdict).reason();
    log.record(event.worker(), Fate.REJECTED, now, compute, reason);
    return false;
  }

  private Collected conclude() {
    Decoding decoding = decoder.outcome();
    if (decoding instanceof Decoding.Decodable decodable) {
      decodable
          .rejected()
          .forEach(worker -> log.reject(worker, "answered out of line with the others"));
      decodable.used().forEach(log::use);
      return new Collected.Enough(decodable, used(decodable.used()));
    }
    if (decoding instanceof Decoding.Inconsistent inconsistent) {
      return new Collected.NotEnough(
          new Failure.Inconsistent(
              inconsistent.answered(),
              inconsistent.needed(),
              suspects(inconsistent.suspects()),
              lost()));
    }
    Decoding.TooFew few = (Decoding.TooFew) decoding;
    return new Collected.NotEnough(
        new Failure.TooFewAnswers(
            few.answered(), few.needed(), pending.size(), suspects(List.of()), lost()));
  }

  private List<Block> used(List<Integer> workers) {
    return workers.stream()
        .map(worker -> Optional.ofNullable(answers.get(worker)).orElseThrow())
        .toList();
  }

  private Failure timedOut() {
    Decoding decoding = decoder.outcome();
    int needed =
        decoding instanceof Decoding.TooFew few
            ? few.needed()
            : decoding instanceof Decoding.Inconsistent odd ? odd.needed() : plan.threshold();
    return new Failure.TimedOut(answers.size(), needed, suspects(List.of()), lost());
  }

  private SortedSet<Integer> suspects(Collection<Integer> further) {
    SortedSet<Integer> suspects = new TreeSet<>(further);
    suspects.addAll(log.workersThat(Fate.REJECTED));
    return suspects;
  }

  private SortedSet<Integer> lost() {
    return new TreeSet<>(log.workersThat(Fate.LOST));
  }
}
