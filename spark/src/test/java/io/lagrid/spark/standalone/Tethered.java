package io.lagrid.spark.standalone;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Runs the main method of a class for as long as the parent process holds our standard input. */
public final class Tethered {

  private Tethered() {}

  /** The class's name, then its arguments. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Thread tether = new Thread(Tethered::untilParentEnds, "tether");
    tether.setDaemon(true);
    tether.start();
    Method main = Class.forName(arguments[0]).getMethod("main", String[].class);
    main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  private static void untilParentEnds() {
    try {
      while (System.in.read() >= 0) {
        // nothing is ever sent
      }
    } catch (IOException e) {
      // the pipe is broken: the parent has ended
    }
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    Runtime.getRuntime().halt(1);
  }
}
