package io.lagrid.engine.report;

import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Tolerance;
import java.util.List;

/**
 * Everything a run has to tell, whether it succeeded or not. Immutable.
 *
 * @param operation what was computed
 * @param code which code, with which parameters
 * @param tolerance what was to be tolerated
 * @param arithmetic how numbers were computed with
 * @param workers the timeline of every worker, by number
 * @param errorBound bound on max |result − exact result| / (‖A‖·‖B‖), Frobenius norms; 0 for exact
 *     integers
 * @param price what the tolerance cost, beside the uncoded run on the same workers
 * @param workMultiplyAdds about how many multiply–adds one worker's task is, over all planes
 * @param seconds how long each stage took
 * @param traffic bytes to and from the workers
 * @param stored what was stored of the operands, if one of them was handed in sparse; else empty
 */
public record RunReport(
    Operation operation,
    CodeParameters code,
    Tolerance tolerance,
    ArithmeticReport arithmetic,
    List<WorkerTimeline> workers,
    double errorBound,
    Price price,
    double workMultiplyAdds,
    StageSeconds seconds,
    Traffic traffic,
    List<StoredOperand> stored) {

  /** Copies the lists. */
  public RunReport {
    workers = List.copyOf(workers);
    stored = List.copyOf(stored);
  }

  /** The same story, told of another operation: the one that the user asked for. */
  public RunReport of(Operation told) {
    return new RunReport(
        told,
        code,
        tolerance,
        arithmetic,
        workers,
        errorBound,
        price,
        workMultiplyAdds,
        seconds,
        traffic,
        stored);
  }

  /** The workers with that fate, in ascending order. */
  public List<Integer> workersThat(Fate fate) {
    return workers.stream()
        .filter(worker -> worker.fate() == fate)
        .map(WorkerTimeline::worker)
        .toList();
  }

  /**
   * How numbers were computed with.
   *
   * @param exact whether residues were used; else floating point
   * @param primes the primes of the residue number system; empty for reals
   * @param leftBits fractional bits of the left operand's fixed point; 0 for integers and reals
   * @param rightBits fractional bits of the right operand's fixed point
   */
  public record ArithmeticReport(boolean exact, List<Integer> primes, int leftBits, int rightBits) {

    /** Copies the list. */
    public ArithmeticReport {
      primes = List.copyOf(primes);
    }
  }

  /**
   * How long each stage took, in seconds. Verification runs while answers are awaited, so {@code
   * verify} is part of {@code await}.
   *
   * @param plan choosing code and arithmetic
   * @param encode cutting, noise, encoding and placing
   * @param await from the dispatch to the answer that made the result decodable
   * @param verify checking answers
   * @param decode decoding and assembling
   * @param total the whole run
   */
  public record StageSeconds(
      double plan, double encode, double await, double verify, double decode, double total) {}

  /**
   * Bytes moved.
   *
   * @param up to the workers, as shares
   * @param down from the workers, as answers that arrived by the end of the round
   */
  public record Traffic(long up, long down) {}
}
