package io.lagrid.spark.resident;

import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.spark.wire.Seal;
import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;

/** A share on its way to its worker. */
public sealed interface Parcel extends Serializable {

  /** The parcel's number, unique within the cluster. */
  long number();

  /**
   * The share's bytes; fetches them from the driver if they did not come along. Only called where
   * the worker sits.
   */
  byte[] open(Seal seal, Cancellation cancellation);

  /** Sealed bytes that came along with the task. */
  final class Carried implements Parcel {

    private static final long serialVersionUID = 1;

    private final long number;
    private final byte[] sealed;

    /**
     * A parcel.
     *
     * @param sealed retained; not modified
     */
    public Carried(long number, byte[] sealed) {
      this.number = number;
      this.sealed = sealed;
    }

    @Override
    public long number() {
      return number;
    }

    @Override
    public byte[] open(Seal seal, Cancellation cancellation) {
      return seal.open(number, sealed, cancellation);
    }
  }

  /** Sealed bytes to be fetched. */
  record Fetched(long number, Broadcast<byte[]> sealed) implements Parcel {

    private static final long serialVersionUID = 1;

    @Override
    public byte[] open(Seal seal, Cancellation cancellation) {
      return seal.open(number, sealed.value(), cancellation);
    }
  }

  /** Bytes to be fetched that are the same for every worker of the cluster, hence not sealed. */
  record Common(long number, Broadcast<byte[]> bytes) implements Parcel {

    private static final long serialVersionUID = 1;

    @Override
    public byte[] open(Seal seal, Cancellation cancellation) {
      return bytes.value();
    }
  }
}
