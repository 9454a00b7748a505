package io.lagrid.spark.pinned;

/**
 * A call and the executor it is for.
 *
 * @param executor where to run it
 * @param call what to run there
 */
public record Visit(Executor executor, Call call) {}
