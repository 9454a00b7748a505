/** A real standalone Spark cluster of processes on loopback addresses, for tests. */
package io.lagrid.spark.standalone;
