package io.lagrid.spark.resident;

import java.io.Serializable;
import java.util.List;

/**
 * Which shares a worker is to keep: of the parcels numbered up to the newest, those listed. Says
 * nothing of later ones, so that orders may overtake each other.
 *
 * @param listed the numbers of the parcels to keep
 * @param newest the newest parcel's number when the order was given
 */
public record Keep(List<Long> listed, long newest) implements Serializable {

  private static final long serialVersionUID = 1;

  /** Copies the list. */
  public Keep {
    listed = List.copyOf(listed);
  }

  boolean drops(long parcel) {
    return parcel <= newest && !listed.contains(parcel);
  }
}
