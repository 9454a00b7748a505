package io.lagrid.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Seconds of one call, by case and by who did it, one figure for each alternation of a comparison.
 *
 * <p>Confined to one thread.
 */
final class Timings {

  private final Map<String, Map<String, List<Double>>> seconds = new TreeMap<>();

  void add(String name, String subject, double value) {
    seconds
        .computeIfAbsent(name, unused -> new TreeMap<>())
        .computeIfAbsent(subject, unused -> new ArrayList<>())
        .add(value);
  }

  /** One figure per alternation; empty if that subject was not timed in that case. */
  List<Double> of(String name, String subject) {
    return seconds.getOrDefault(name, Map.of()).getOrDefault(subject, List.of());
  }

  /** How many times as fast the subject is as the peer, per alternation, ascending. */
  List<Double> ratios(String name, String subject, String peer) {
    List<Double> ours = of(name, subject);
    List<Double> theirs = of(name, peer);
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      ratios.add(theirs.get(i) / ours.get(i));
    }
    ratios.sort(Comparator.naturalOrder());
    return ratios;
  }
}
