package io.lagrid.engine.cluster.fault;

import io.lagrid.algebra.matrix.Block;
import io.lagrid.engine.cluster.WorkerEvent.Answered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns the true answers of one round into lies. A lie made of another worker's answer waits until
 * there is one. Confined to the thread that takes the round's events.
 */
final class Liar {

  private final Forger forger;
  private final PastAnswers past;
  private final List<Answered> waiting = new ArrayList<>();
  private @Nullable Block heard;

  Liar(Forger forger, PastAnswers past) {
    this.forger = forger;
    this.past = past;
  }

  /** The lie told instead of the truth; empty if it has to wait for another worker's answer. */
  Optional<Answered> lie(Fault.Way way, Answered truth) {
    Block answer = truth.answer();
    return switch (way) {
      case NOISE -> Optional.of(claim(truth, forger.noise(answer)));
      case FLIP -> Optional.of(claim(truth, forger.flip(answer)));
      case SHAPE -> Optional.of(claim(truth, forger.misshape(answer)));
      case NAN -> Optional.of(claim(truth, forger.poison(answer)));
      case SWAP -> swap(truth);
      case STALE ->
          past.exchange(truth)
              .map(stale -> claim(truth, forger.unlessTrue(stale, answer)))
              .or(() -> swap(truth));
    };
  }

  /**
   * Takes note of a worker's true answer.
   *
   * @return the lies of other workers that waited for it
   */
  List<Answered> hear(Answered truth) {
    heard = truth.answer();
    List<Answered> told = new ArrayList<>();
    for (Answered other : waiting) {
      if (other.worker() != truth.worker()) {
        told.add(claim(other, forger.unlessTrue(truth.answer(), other.answer())));
      }
    }
    waiting.removeIf(other -> other.worker() != truth.worker());
    return told;
  }

  /** The lies that wait in vain, because no other worker answers: noise. */
  List<Answered> rest() {
    List<Answered> told =
        waiting.stream().map(truth -> claim(truth, forger.noise(truth.answer()))).toList();
    waiting.clear();
    return told;
  }

  private Optional<Answered> swap(Answered truth) {
    if (heard == null) {
      waiting.add(truth);
      return Optional.empty();
    }
    return Optional.of(claim(truth, forger.unlessTrue(heard, truth.answer())));
  }

  private static Answered claim(Answered truth, Block lie) {
    return new Answered(truth.worker(), truth.round(), lie, truth.computeNanos());
  }
}
