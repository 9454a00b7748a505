/**
 * Calls brought to one given executor, or not at all. Spark treats where a task runs as a
 * preference; here it is a condition: a call that finds itself on another executor gives back where
 * it landed instead of running, and is sent again until it arrives, its executor is gone, or
 * patience ends. Depends on algebra.ambient.
 */
@NullMarked
package io.lagrid.spark.pinned;

import org.jspecify.annotations.NullMarked;
