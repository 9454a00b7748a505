/** A real standalone Spark cluster of processes on loopback addresses, for tests. */
@NullMarked
package io.lagrid.spark.standalone;

import org.jspecify.annotations.NullMarked;
