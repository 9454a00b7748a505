/** How fast rounds on a real standalone cluster are, beside Spark's own ways. Run by hand. */
@NullMarked
package io.lagrid.spark.speed;

import org.jspecify.annotations.NullMarked;
