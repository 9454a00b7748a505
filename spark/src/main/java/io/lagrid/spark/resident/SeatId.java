package io.lagrid.spark.resident;

import java.io.Serializable;

/**
 * Names a worker's seat at one executor.
 *
 * @param cluster the number of the cluster, drawn at random when it was opened
 * @param worker the worker's number
 * @param draw the how-manieth seat the cluster set up; a worker seated anew has another
 */
public record SeatId(long cluster, int worker, long draw) implements Serializable {

  private static final long serialVersionUID = 1;
}
