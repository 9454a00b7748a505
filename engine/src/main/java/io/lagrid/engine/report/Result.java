package io.lagrid.engine.report;

/**
 * The result of a computation, with the story of how it came about.
 *
 * @param value the result
 * @param report who answered, who was late, who lied, what it cost
 * @param <T> the kind of result
 */
public record Result<T>(T value, RunReport report) {}
