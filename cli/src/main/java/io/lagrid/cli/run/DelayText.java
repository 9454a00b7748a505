package io.lagrid.cli.run;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.engine.delay.DelayModel;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;

/** Delay models as users write them, with every refusal as bad input. */
public final class DelayText {

  private DelayText() {}

  /**
   * Reads a model.
   *
   * @throws BadInputException if it is none, or its trace cannot be read
   */
  public static DelayModel parse(String text) {
    try {
      return DelayModel.parse(text);
    } catch (NoSuchFileException e) {
      throw new BadInputException(e.getMessage() + ": no such file");
    } catch (IOException e) {
      throw new BadInputException(
          "delay model '%s': the trace cannot be read: %s".formatted(text, e.getMessage()));
    } catch (InvalidPathException e) {
      throw new BadInputException("delay model '%s': %s".formatted(text, e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }
}
