/**
 * What lives in executors: workers with their shares, kept from round to round in a registry of
 * which each executor's process has one, and the calls that the driver sends there. A share is
 * stored where its worker sits, once; it is never computed, fetched from another executor or given
 * to one. Depends on spark.wire, spark.pinned and engine.cluster.
 */
@NullMarked
package io.lagrid.spark.resident;

import org.jspecify.annotations.NullMarked;
