/**
 * Workers as executors of an Apache Spark application: {@link io.lagrid.spark.SparkCluster} behind
 * the engine's cluster interface. Depends on engine, spark.resident, spark.pinned and spark.wire.
 */
@NullMarked
package io.lagrid.spark;

import org.jspecify.annotations.NullMarked;
