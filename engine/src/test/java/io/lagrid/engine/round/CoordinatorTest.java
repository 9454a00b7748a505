package io.lagrid.engine.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.codes.Partition;
import io.lagrid.codes.Projection;
import io.lagrid.codes.product.EntangledCode;
import io.lagrid.codes.product.EntangledParameters;
import io.lagrid.engine.cluster.Measure;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.VirtualClock;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.engine.cluster.WorkerEvent.Answered;
import io.lagrid.engine.cluster.WorkerEvent.Lost;
import io.lagrid.engine.report.Failure;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.round.AnswerCheck.Verdict;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The duty cycle, driven step by step. Four of six answers are needed. */
class CoordinatorTest {

  private static final long ROUND = 42;

  private final VirtualClock clock = new VirtualClock();
  private final Queue<WorkerEvent> events = new ArrayDeque<>();
  private final Set<Integer> asked = new HashSet<>(Set.of(0, 1, 2, 3, 4, 5));
  private final Map<Integer, List<Measure>> measured = new TreeMap<>();

  private Coordinator coordinator(AnswerCheck check, long deadline) {
    EntangledCode code =
        new EntangledCode(EntangledParameters.entangled(6, new Partition(1, 2, 2), 0));
    RoundPlan plan =
        new RoundPlan(
            ROUND,
            6,
            4,
            check,
            code.newDecoder(Arithmetic.residues(List.of(7340033)), 0),
            deadline,
            RoundListener.silent());
    return new Coordinator(new QueuedRound(), plan, clock);
  }

  /** Hands out the queued events; an empty queue lets the clock run to the deadline. */
  private final class QueuedRound implements Round {
    @Override
    public boolean asks(int worker) {
      return asked.contains(worker);
    }

    @Override
    public WorkerEvent next(long deadlineNanos) {
      WorkerEvent event = events.poll();
      if (event == null && deadlineNanos != Long.MAX_VALUE) {
        clock.advanceTo(deadlineNanos);
      }
      return event;
    }

    @Override
    public List<Measure> measured(int worker) {
      return measured.getOrDefault(worker, List.of());
    }

    @Override
    public void close() {}
  }

  private static Answered answer(int worker, long round) {
    return new Answered(worker, round, Block.zeros(1, 1, 1), 5);
  }

  private static AnswerCheck trusting() {
    return (worker, answer) -> new Verdict.Sound(Projection.NONE);
  }

  @Test
  void aStepIsOneEventAndTheRoundEndsWithTheLastOneNeeded() throws InterruptedException {
    Coordinator coordinator = coordinator(trusting(), Long.MAX_VALUE);
    for (int worker : new int[] {5, 0, 3}) {
      events.add(answer(worker, ROUND));
      assertThat(coordinator.step(0)).isFalse();
      assertThatThrownBy(coordinator::outcome).isInstanceOf(IllegalStateException.class);
    }
    events.add(answer(2, ROUND));
    assertThat(coordinator.step(0)).isTrue();
    Collected.Enough enough = (Collected.Enough) coordinator.outcome();
    assertThat(enough.decoding().used()).containsExactly(0, 2, 3, 5);
    assertThat(enough.answers()).hasSize(4);
    assertThat(coordinator.log().of(1).fate()).isEqualTo(Fate.LATE);
  }

  @Test
  void timelinesTellWhatTheClusterHasMeasuredWhenTheyAreAskedFor() throws InterruptedException {
    Coordinator coordinator = coordinator(trusting(), 1000);
    events.add(answer(2, ROUND));
    coordinator.run();
    assertThat(coordinator.timelines()).allSatisfy(told -> assertThat(told.measured()).isEmpty());
    Measure late = new Measure("task time", Measure.Unit.SECONDS, 0.5);
    measured.put(2, List.of(late));
    assertThat(coordinator.timelines().get(2))
        .isEqualTo(coordinator.log().of(2).with(List.of(late)));
    assertThat(coordinator.timelines().get(3).measured()).isEmpty();
  }

  @Test
  void answersOfOtherRoundsAndSecondAnswersAreIgnored() throws InterruptedException {
    Coordinator coordinator = coordinator(trusting(), Long.MAX_VALUE);
    for (int worker = 0; worker < 6; worker++) {
      events.add(answer(worker, ROUND - 1));
    }
    for (int repeat = 0; repeat < 4; repeat++) {
      events.add(answer(1, ROUND));
    }
    for (int i = 0; i < 10; i++) {
      assertThat(coordinator.step(0)).isFalse();
    }
    assertThat(coordinator.log().of(1).fate()).isEqualTo(Fate.SPARE);
    assertThat(coordinator.log().of(0).fate()).isEqualTo(Fate.LATE);
  }

  @Test
  void whoWasNotAskedKeepsNoHopeAlive() throws InterruptedException {
    asked.remove(5);
    Coordinator coordinator = coordinator(trusting(), Long.MAX_VALUE);
    events.add(new Lost(0, ROUND, "gone"));
    assertThat(coordinator.step(0)).as("1 to 4 may still answer").isFalse();
    events.add(answer(5, ROUND));
    assertThat(coordinator.step(0)).isFalse();
    assertThat(coordinator.log().of(5).fate()).as("nobody asked it").isEqualTo(Fate.LATE);
    events.add(new Lost(3, ROUND, "gone"));
    assertThat(coordinator.step(0)).isTrue();
    assertThat(((Collected.NotEnough) coordinator.outcome()).failure())
        .isInstanceOf(Failure.TooFewAnswers.class);
  }

  @Test
  void aRoundThatAsksTooFewIsOverBeforeItBegins() {
    asked.removeAll(Set.of(1, 2, 3));
    Failure failure =
        ((Collected.NotEnough) coordinator(trusting(), Long.MAX_VALUE).outcome()).failure();
    assertThat(failure).isInstanceOf(Failure.TooFewAnswers.class);
    assertThat(failure.message())
        .contains("0 answered, 4 needed, no more than 3 others could still answer;");
  }

  @Test
  void theRoundIsGivenUpAsSoonAsItCannotSucceed() throws InterruptedException {
    AnswerCheck check =
        (worker, answer) ->
            worker == 4 ? new Verdict.Wrong("nonsense") : new Verdict.Sound(Projection.NONE);
    Coordinator coordinator = coordinator(check, Long.MAX_VALUE);
    events.add(new Lost(0, ROUND, "gone"));
    events.add(answer(4, ROUND));
    assertThat(coordinator.step(0)).isFalse();
    assertThat(coordinator.step(0)).as("four may still answer").isFalse();
    events.add(new Lost(1, ROUND, "gone"));
    assertThat(coordinator.step(0)).isTrue();
    Failure failure = ((Collected.NotEnough) coordinator.outcome()).failure();
    assertThat(failure).isInstanceOf(Failure.TooFewAnswers.class);
    assertThat(failure.suspects()).containsExactly(4);
    assertThat(coordinator.log().of(4).note()).isEqualTo("nonsense");
    assertThat(failure.firstCause()).isEqualTo("worker 0: gone");
    assertThat(failure.message())
        .endsWith(
            "0 answered, 4 needed, no more than 3 others could still answer;"
                + " suspected workers: [4]; lost workers: [0, 1]; the first was worker 0: gone");
  }

  @Test
  void theFirstCauseIsOneShortLineWhateverAWorkerWrites() throws InterruptedException {
    Coordinator coordinator = coordinator(trusting(), Long.MAX_VALUE);
    events.add(new Lost(5, ROUND, " "));
    assertThat(coordinator.step(0)).isFalse();
    clock.advanceTo(1);
    events.add(new Lost(3, ROUND, "boom\n\u001b[31m" + "!".repeat(1000)));
    assertThat(coordinator.step(0)).isFalse();
    clock.advanceTo(2);
    events.add(new Lost(2, ROUND, "gone"));
    assertThat(coordinator.step(0)).isTrue();
    Failure failure = ((Collected.NotEnough) coordinator.outcome()).failure();
    assertThat(failure.firstCause()).startsWith("worker 3: boom [31m!!").hasSize(310);
  }

  @Test
  void theDeadlineEndsTheRound() throws InterruptedException {
    Coordinator coordinator = coordinator(trusting(), 1000);
    events.add(answer(2, ROUND));
    Collected ending = coordinator.run();
    assertThat(clock.nanos()).isEqualTo(1000);
    Failure failure = ((Collected.NotEnough) ending).failure();
    assertThat(failure).isInstanceOf(Failure.TimedOut.class);
    assertThat(failure.answered()).isEqualTo(1);
    assertThat(failure.needed()).isEqualTo(4);
  }

  @Test
  void aClusterWithNothingMoreToSayEndsTheRound() throws InterruptedException {
    Coordinator coordinator = coordinator(trusting(), Long.MAX_VALUE);
    events.add(answer(2, ROUND));
    Collected ending = coordinator.run();
    assertThat(((Collected.NotEnough) ending).failure()).isInstanceOf(Failure.TooFewAnswers.class);
  }
}
