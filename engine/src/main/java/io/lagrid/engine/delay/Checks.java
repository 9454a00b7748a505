package io.lagrid.engine.delay;

/** What models check at the door. */
final class Checks {

  private Checks() {}

  static int workers(int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException(workers + " workers; at least 1 is needed");
    }
    return workers;
  }

  static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " is " + value + "; a positive number is legal");
    }
  }

  static void notNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + " is " + value + "; 0 or a positive number is legal");
    }
  }

  static void probability(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " is " + value + "; 0 to 1 is legal");
    }
  }
}
