package io.lagrid.spark;

import io.lagrid.spark.pinned.Executor;
import io.lagrid.spark.resident.SeatId;
import io.lagrid.spark.wire.Seal;

/**
 * Where a worker sits, for as long as its cluster is open.
 *
 * @param id the seat's name
 * @param executor the executor that holds the worker's shares
 * @param seal closes what is sent there
 */
record Seat(SeatId id, Executor executor, Seal seal) {}
