/**
 * How fast rounds on a real standalone cluster are, beside Spark's own ways. Run by {@code
 * bench/spark.sh}, never with the tests.
 */
@NullMarked
package io.lagrid.spark.speed;

import org.jspecify.annotations.NullMarked;
