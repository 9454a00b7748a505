package io.lagrid.engine.simulate;

/**
 * How one round went.
 *
 * @param seconds from the dispatch until the result could be had; infinite if it never could
 * @param busySeconds seconds that all workers together spent on tasks until then, tasks that were
 *     cancelled or in vain included
 * @param launched how many tasks were started, copies included
 */
public record RoundTiming(double seconds, double busySeconds, int launched) {}
