package io.lagrid.spark.resident;

/**
 * One thing that happened at a worker, as its executor noted it.
 *
 * @param executor the executor's id
 * @param host its host
 * @param worker the worker's number
 * @param kind what happened
 * @param number which parcel or round; the seat's draw for seats
 */
public record LedgerEntry(String executor, String host, int worker, Kind kind, long number) {

  /** What can happen. */
  public enum Kind {
    /** A worker was given its seat here. */
    SEATED,
    /** A share was stored in memory. */
    STORED,
    /** A share was stored on disk, sealed, for want of memory. */
    SPILLED,
    /** The task of a round ran on the shares held here. */
    COMPUTED,
    /** A share was dropped. */
    DROPPED,
    /** The worker left, with all its shares. */
    LEFT
  }
}
