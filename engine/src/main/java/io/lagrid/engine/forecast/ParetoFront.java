package io.lagrid.engine.forecast;

import java.util.List;

/** Which of several choices no other one beats, where less is better in every respect. */
public final class ParetoFront {

  private ParetoFront() {}

  /**
   * Marks the choices on the front: those for which no other is as good in every respect and better
   * in one.
   *
   * @param costs a row per choice, all equally long; not modified
   * @return one mark per choice
   */
  public static boolean[] of(List<double[]> costs) {
    boolean[] front = new boolean[costs.size()];
    for (int i = 0; i < front.length; i++) {
      double[] own = costs.get(i);
      front[i] = costs.stream().noneMatch(other -> beats(other, own));
    }
    return front;
  }

  private static boolean beats(double[] other, double[] own) {
    boolean better = false;
    for (int k = 0; k < own.length; k++) {
      if (other[k] > own[k]) {
        return false;
      }
      better |= other[k] < own[k];
    }
    return better;
  }
}
