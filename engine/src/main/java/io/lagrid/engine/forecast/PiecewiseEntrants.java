package io.lagrid.engine.forecast;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Projection;
import io.lagrid.codes.rateless.LtCode;
import io.lagrid.codes.rateless.LtParameters;
import io.lagrid.engine.delay.DelayModel;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.simulate.piece.InPieces;
import io.lagrid.engine.simulate.piece.LearnedLoads;
import io.lagrid.engine.simulate.piece.Pace;
import io.lagrid.engine.simulate.piece.WholeLoads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The ways that use what slow workers have done, and that fast ones could do more: the plan's work
 * in pieces, loads that follow the workers or fit them, and a rateless code. Immutable.
 */
final class PiecewiseEntrants {

  /** How many times the coded task's pieces a worker that turns out fast can be given. */
  private static final int MOST = 3;

  /** How many times the pieces needed there are with the rateless code. */
  private static final int RATELESS = 2;

  /** The largest rateless code whose overhead is measured; larger ones need relatively less. */
  private static final int MEASURED_BLOCKS = 192;

  private static final int TRIALS = 20;

  private final Plan reference;
  private final Pieces pieces;
  private final int workers;
  private final double messageSeconds;
  private final double fixedShare;

  /**
   * Beside a plan.
   *
   * @param reference the plan whose task takes the seconds that the model draws
   * @param pieces of its work
   * @param messageSeconds what its messages take
   * @param fixedShare the share of its task's seconds that does not depend on work
   */
  PiecewiseEntrants(Plan reference, Pieces pieces, double messageSeconds, double fixedShare) {
    this.reference = reference;
    this.pieces = pieces;
    this.workers = reference.code().parameters().workers();
    this.messageSeconds = messageSeconds;
    this.fixedShare = fixedShare;
  }

  List<Entrant> all(DelayModel model) {
    List<Entrant> entrants = new ArrayList<>();
    if (!pieces.reasons().containsKey(Pieces.PARTIAL)) {
      entrants.addAll(List.of(partial(), adaptive(), heterogeneous(model)));
    }
    if (!pieces.reasons().containsKey(Pieces.RATELESS)) {
      entrants.add(rateless());
    }
    return entrants;
  }

  private int needed() {
    return pieces.needed();
  }

  /** How many workers may be missing, with whole loads. */
  private int stragglers() {
    return workers - (needed() - 1) / Pieces.PER_TASK - 1;
  }

  private double work() {
    return reference.price().work();
  }

  private Pace pace(double pieceScale) {
    return new Pace(messageSeconds, fixedShare, (1 - fixedShare) * pieceScale);
  }

  private Entrant partial() {
    return new Entrant(
        Pieces.PARTIAL,
        "in %d pieces each, any %d".formatted(Pieces.PER_TASK, needed()),
        new InPieces(
            Pieces.PARTIAL,
            Collections.nCopies(workers, Pieces.PER_TASK),
            needed(),
            pace(pieces.scale())),
        work() * Pieces.PER_TASK * pieces.scale());
  }

  private Entrant adaptive() {
    InPieces most =
        new InPieces(
            "adaptive",
            Collections.nCopies(workers, MOST * Pieces.PER_TASK),
            needed(),
            pace(pieces.scale()));
    LearnedLoads loads = new LearnedLoads(most, stragglers());
    return new Entrant(
        "adaptive",
        "pieces by learned speed, any %d".formatted(needed()),
        loads,
        work() * pieces.scale() * loads.first().total() / workers);
  }

  private Entrant heterogeneous(DelayModel model) {
    int[] loads = Pilot.of(model, workers).bestLoads(needed(), 1 / pieces.scale());
    if (Arrays.stream(loads).sum() < needed()) {
      loads[0] += needed();
    }
    return new Entrant(
        "heterogeneous",
        "loads by speed (HCMM), whole answers",
        new WholeLoads(
            "heterogeneous", Arrays.stream(loads).boxed().toList(), needed(), pace(pieces.scale())),
        work() * pieces.scale() * Arrays.stream(loads).average().orElseThrow());
  }

  private Entrant rateless() {
    int blocks = workers * Pieces.PER_TASK;
    int each = RATELESS * Pieces.PER_TASK;
    int needed = Math.min(workers * each, (int) Math.ceil(blocks * overhead(blocks)));
    double pieceScale = 1.0 / blocks / work(); // pieces of a product without redundancy
    return new Entrant(
        Pieces.RATELESS,
        "rateless (LT), first %d pieces".formatted(needed),
        new InPieces(Pieces.RATELESS, Collections.nCopies(workers, each), needed, pace(pieceScale)),
        (double) each / blocks);
  }

  /** How many answers are needed per row block, on average over random orders. */
  private static double overhead(int blocks) {
    int measured = Math.min(blocks, MEASURED_BLOCKS);
    LtCode code = new LtCode(new LtParameters(RATELESS * measured, measured));
    Randomness random = Randomness.insecure(measured);
    double answers = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < RATELESS * measured; i++) {
        order.add(random.nextInt(i + 1), i);
      }
      Decoder decoder = code.newDecoder(Arithmetic.real(), 0);
      int next = 0;
      while (!decoder.offer(order.get(next++), Projection.NONE)) {
        answers++;
      }
      answers++;
    }
    return answers / TRIALS / measured;
  }
}
