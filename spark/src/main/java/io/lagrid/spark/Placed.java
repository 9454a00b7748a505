package io.lagrid.spark;

import io.lagrid.spark.resident.Parcel;
import io.lagrid.spark.wire.Seal;
import org.apache.spark.SparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import scala.reflect.ClassTag;

/** One share of one worker, and how far it has got. Confined to the lock of {@link Placements}. */
final class Placed {

  private final long number;
  private final int size;
  private byte @Nullable [] bytes; // until it need not be sent any more
  private @Nullable Parcel parcel;
  private @Nullable Broadcast<byte[]> own;

  Placed(long number, byte[] bytes) {
    this.number = number;
    this.size = bytes.length;
    this.bytes = bytes;
  }

  long number() {
    return number;
  }

  int size() {
    return size;
  }

  /** The bytes, while nothing has been sent. */
  byte @Nullable [] unsent() {
    return parcel == null ? bytes : null;
  }

  boolean arrived() {
    return bytes == null && parcel == null;
  }

  /** The parcel to send; made at the first call. */
  @Nullable Parcel parcel(Seal seal, long carried, SparkContext context) {
    byte[] share = bytes;
    if (parcel == null && share != null) {
      byte[] sealed = seal.close(number, share);
      if (sealed.length <= carried) {
        parcel = new Parcel.Carried(number, sealed);
      } else {
        own = broadcast(context, sealed);
        parcel = new Parcel.Fetched(number, own);
      }
      bytes = null;
    }
    return parcel;
  }

  /** Sends, instead, bytes that every worker is sent. */
  void share(Broadcast<byte[]> common) {
    parcel = new Parcel.Common(number, common);
    bytes = null;
  }

  /** The worker has it, or will never need it. */
  void settle() {
    bytes = null;
    parcel = null;
    if (own != null) {
      own.destroy();
      own = null;
    }
  }

  static Broadcast<byte[]> broadcast(SparkContext context, byte[] bytes) {
    return context.broadcast(bytes, ClassTag.apply(byte[].class));
  }
}
