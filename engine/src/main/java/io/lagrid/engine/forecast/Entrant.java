package io.lagrid.engine.forecast;

import io.lagrid.engine.simulate.Strategy;

/**
 * One way to compute the product, ready to be timed.
 *
 * @param key a word for machines
 * @param title a few words for people
 * @param strategy what is timed
 * @param work what one task computes, as a fraction of the whole operation
 */
public record Entrant(String key, String title, Strategy strategy, double work) {}
