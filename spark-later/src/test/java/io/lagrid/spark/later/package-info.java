/** What can only be tested once the jars are there. */
@NullMarked
package io.lagrid.spark.later;

import org.jspecify.annotations.NullMarked;
