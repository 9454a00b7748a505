package io.lagrid.bench;

import java.util.List;
import java.util.stream.Stream;

/**
 * A line of the table: a subject beside a peer.
 *
 * @param name the case
 * @param subject whose speed
 * @param peer beside whose
 * @param target at least how many times as fast; 0 where nothing is demanded
 */
record Ratio(String name, String subject, String peer, double target) {

  /** Every line, in order. */
  static List<Ratio> all(boolean recent) {
    return Stream.of(products(recent), combinations(), others()).flatMap(List::stream).toList();
  }

  private static List<Ratio> products(boolean recent) {
    return Stream.of("1024", "2048")
        .flatMap(
            n ->
                Stream.of(
                    new Ratio("product/modular/" + n, "vector", "fflas", recent ? 0.95 : 0.7),
                    new Ratio("product/modular/" + n, "vector", "flint", 5),
                    new Ratio("product/modular/" + n, "plain", "fflas", 0.3),
                    new Ratio("product/real/" + n, "vector", "openblas", 0.85),
                    new Ratio("product/real/" + n, "plain", "openblas", 0.45),
                    new Ratio("product/real/" + n, "vector", "ejml", 0),
                    new Ratio("product/real/" + n, "vector", "ojalgo", 0)))
        .toList();
  }

  private static List<Ratio> combinations() {
    return Stream.of("vector modular", "vector real", "plain modular")
        .flatMap(
            subject ->
                Stream.of(
                    new Ratio("combine/20x10x1048576", subject, "openblas", target(subject, 1.2)),
                    new Ratio("combine/200x100x131072", subject, "openblas", target(subject, 0.9)),
                    new Ratio("combine/12x3x1048576", subject, "openblas", 0),
                    new Ratio("combine/9x9x1048576", subject, "openblas", 0)))
        .toList();
  }

  private static double target(String subject, double target) {
    return subject.startsWith("vector") ? target : 0;
  }

  private static List<Ratio> others() {
    Stream<Ratio> narrow =
        Stream.of("narrow/1", "narrow/8")
            .flatMap(
                name ->
                    Stream.of(
                        new Ratio(name, "vector modular", "openblas", 0),
                        new Ratio(name, "vector real", "openblas", 0)));
    Stream<Ratio> residues =
        Stream.of("residues/2", "residues/5")
            .flatMap(
                name ->
                    Stream.of("splitIntegers", "splitFractions", "joinIntegers", "joinFractions")
                        .map(way -> new Ratio(name, way, "copy", 0)));
    Stream<Ratio> rounds =
        Stream.of("round/REAL", "round/EXACT")
            .map(name -> new Ratio(name, "round", "parts", 1 / 1.1));
    Stream<Ratio> transforms =
        Stream.of("transform/65536", "transform/1048576")
            .flatMap(
                name ->
                    Stream.of(
                        new Ratio(name, "vector", "ntl", 3), new Ratio(name, "plain", "ntl", 0)));
    return Stream.of(narrow, residues, rounds, transforms, transfers())
        .flatMap(ratio -> ratio)
        .toList();
  }

  private static Stream<Ratio> transfers() {
    return Stream.of("512x256x1", "1024x512x1", "1024x512x2")
        .flatMap(
            shape ->
                Stream.of("1024", "4096")
                    .map(entries -> "transfer/" + shape + "/" + entries)
                    .map(name -> new Ratio(name, "transforms", "matrices", wanted(shape))));
  }

  private static double wanted(String shape) {
    return shape.equals("1024x512x2") ? 5 : 0;
  }
}
