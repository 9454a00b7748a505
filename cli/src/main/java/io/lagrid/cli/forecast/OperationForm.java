package io.lagrid.cli.forecast;

import io.lagrid.codes.Operation;
import io.lagrid.engine.partition.NumberChoice;
import java.util.List;

/**
 * An operation as {@code lagrid plan} and {@code lagrid simulate} take it: a name and the shapes of
 * its operands.
 *
 * @implSpec Immutable. A new operation is a class here and an entry of {@link OperationText#FORMS}.
 */
interface OperationForm {

  /** The name of the command that runs it. */
  String name();

  /**
   * Reads the shapes.
   *
   * @throws io.lagrid.cli.format.array.BadInputException if they make no such operation
   */
  Operation parse(List<String> shapes);

  /** The operation in a few words. */
  String title(Operation operation);

  /** How to compute it exactly, for entries between −1 and 1. */
  NumberChoice exact(Operation operation);
}
