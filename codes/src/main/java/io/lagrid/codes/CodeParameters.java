package io.lagrid.codes;

import java.util.Map;

/**
 * The numbers that define a code. Implementations are records: checked in the constructor,
 * comparable by value, serialisable.
 */
public interface CodeParameters {

  /** The code's name, as {@code lagrid codes} lists it. */
  String code();

  /** N, the number of workers. */
  int workers();

  /** R: any R correct answers give the result. */
  int recoveryThreshold();

  /** T: any T workers together learn nothing about the operands; 0 unless the code hides them. */
  default int colluders() {
    return 0;
  }

  /** The code's own parameters by the letters of its paper, such as p, m, n; in that order. */
  Map<String, Integer> named();
}
