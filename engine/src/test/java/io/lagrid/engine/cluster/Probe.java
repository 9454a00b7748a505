package io.lagrid.engine.cluster;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import java.util.List;

/**
 * A task for tests of clusters. Its shares are single real numbers, the first of which is called
 * the mark; its answer is their sum. What it does besides depends on the mark.
 *
 * @param log the number of the log it writes to
 * @param odd the mark of the workers that behave
 * @param behaviour what they do
 */
public record Probe(long log, double odd, Behaviour behaviour) implements Task {

  private static final long serialVersionUID = 1;

  /** Something other than to answer. */
  public enum Behaviour {
    /** Computes until it is cancelled; and all workers but the odd one do so. */
    OTHERS_SPIN,
    /** Computes until the log's gate is open, whether cancelled or not; all but the odd one. */
    OTHERS_IGNORE_CANCELLATION,
    /** Waits until the log's gate is open, or until it is cancelled. */
    WAITS,
    /** Throws an IllegalStateException. */
    FAILS,
    /** Throws an OutOfMemoryError. */
    RUNS_OUT_OF_MEMORY,
    /** Interrupts its own thread, then answers. */
    INTERRUPTS_ITSELF,
    /** Gives null. */
    GIVES_NOTHING
  }

  /** A task that answers wherever it runs. */
  public static Probe sum(TaskLog log) {
    return new Probe(log.number(), Double.NaN, Behaviour.FAILS);
  }

  /** A share holding one number. */
  public static Share share(double mark) {
    return Share.of(Arithmetic.real(), block(mark));
  }

  /** A block holding one number. */
  public static Block block(double value) {
    return new Block(List.of(Matrix.ofRows(new double[] {value})));
  }

  @Override
  public Block compute(List<Share> shares, Kernels kernels, Cancellation cancellation) {
    TaskNotes written = TaskLog.numbered(log);
    double sum = 0;
    for (Share share : shares) {
      sum += share.blocks().get(0).plane(0).get(0, 0);
    }
    double mark = shares.get(0).blocks().get(0).plane(0).get(0, 0);
    written.begin(mark);
    try {
      return behave(written, mark, cancellation) ? block(sum) : null;
    } finally {
      written.end();
    }
  }

  /** Whether to answer. */
  private boolean behave(TaskNotes written, double mark, Cancellation cancellation) {
    boolean isOdd = mark == odd;
    switch (behaviour) {
      case OTHERS_SPIN -> spin(written, isOdd, cancellation);
      case OTHERS_IGNORE_CANCELLATION -> {
        while (!isOdd && !written.gateOpen()) {
          Thread.onSpinWait();
        }
      }
      case WAITS -> {
        while (isOdd && !written.gateOpen()) {
          cancellation.check();
        }
      }
      case FAILS -> {
        if (isOdd) {
          throw new IllegalStateException("a bad day");
        }
      }
      case RUNS_OUT_OF_MEMORY -> {
        if (isOdd) {
          throw new OutOfMemoryError("no room");
        }
      }
      case INTERRUPTS_ITSELF -> {
        if (isOdd) {
          Thread.currentThread().interrupt();
        }
      }
      case GIVES_NOTHING -> {
        return !isOdd;
      }
    }
    return true;
  }

  private static void spin(TaskNotes written, boolean isOdd, Cancellation cancellation) {
    while (!isOdd) {
      boolean late = written.closing();
      cancellation.check();
      if (late) {
        written.latePoll();
      }
    }
  }
}
