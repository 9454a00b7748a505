package io.lagrid.cli.operation;

import java.util.List;

/**
 * An operation as {@code lagrid plan} and {@code lagrid simulate} take it: a name, and words that
 * say what it is and which shapes its operands have.
 *
 * @implSpec Immutable. A new operation is a class here and an entry of {@link Operations#FORMS}.
 */
interface OperationForm {

  /** The name of the command that runs it. */
  String name();

  /** The words after the name, for people. */
  String words();

  /**
   * What the command would do on operands of these shapes.
   *
   * @param words as many as it takes; not checked before
   * @throws io.lagrid.cli.format.array.BadInputException if they make no such operation
   * @throws IllegalArgumentException if the engine refuses it
   */
  PlannedOperation planned(List<String> words, Terms terms);
}
