package io.lagrid.algebra.convolution;

import java.io.Serializable;

/**
 * One axis of a convolution: output y meets filter entry u at input
 *
 * <pre>h = y·stride + u·dilation − before,</pre>
 *
 * where inputs outside 0 ≤ h &lt; input count as zero. Immutable.
 *
 * @param input how many entries the input has
 * @param filter how many entries the filter has
 * @param output how many entries the output has
 * @param stride input entries from one output to the next
 * @param dilation input entries from one filter entry to the next
 * @param before how many zeros are thought before the first input; negative to leave inputs out
 */
public record Axis(int input, int filter, int output, int stride, int dilation, int before)
    implements Serializable {

  private static final long serialVersionUID = 1;

  /** An axis of one entry, where nothing happens. */
  public static final Axis TRIVIAL = new Axis(1, 1, 1, 1, 1, 0);

  /** Checks that every size is positive. */
  public Axis {
    if (input < 1 || filter < 1 || output < 1 || stride < 1 || dilation < 1) {
      throw new IllegalArgumentException(
          "input %d, filter %d, output %d, stride %d, dilation %d: all must be at least 1"
              .formatted(input, filter, output, stride, dilation));
    }
    long span = (long) stride * (output - 1) + (long) dilation * (filter - 1);
    if (span + Math.abs((long) before) > Integer.MAX_VALUE / 2) {
      throw new IllegalArgumentException(
          "an axis that reaches over %d inputs is too long".formatted(span));
    }
  }

  /**
   * The axis of a layer with the same number of zeros on both sides, with as many outputs as fit:
   * ⌊(input + 2·padding − (filter − 1)·dilation − 1)/stride⌋ + 1.
   *
   * @throws IllegalArgumentException if the filter does not fit
   */
  public static Axis padded(int input, int filter, int stride, int dilation, int padding) {
    long room = (long) input + 2L * padding - (filter - 1L) * dilation - 1;
    if (room < 0 || stride < 1 || padding < 0) {
      throw new IllegalArgumentException(
          "a filter of %d entries, dilation %d, does not fit %d entries with padding %d, stride %d"
              .formatted(filter, dilation, input, padding, stride));
    }
    return new Axis(input, filter, Math.toIntExact(room / stride + 1), stride, dilation, padding);
  }

  /**
   * The axis whose gradient by input is the full linear convolution of two sequences: of {@code
   * left + right − 1} entries, left outputs and right filter entries.
   */
  public static Axis linear(int left, int right) {
    return new Axis(Math.addExact(left, right - 1), right, left, 1, 1, 0);
  }

  /** The first output whose input for filter entry u is not before the first one. */
  int firstOutput(int u) {
    return Math.min(output, Math.max(0, -Math.floorDiv(u * dilation - before, stride)));
  }

  /** One past the last output whose input for filter entry u is not beyond the last one. */
  int endOutput(int u) {
    int end = Math.floorDiv(input - 1 + before - u * dilation, stride) + 1;
    return Math.max(firstOutput(u), Math.min(output, end));
  }

  /** The input that output y meets at filter entry u. */
  int inputAt(int y, int u) {
    return y * stride + u * dilation - before;
  }
}
