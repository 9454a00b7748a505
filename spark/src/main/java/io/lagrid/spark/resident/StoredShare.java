package io.lagrid.spark.resident;

import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.engine.cluster.Share;
import io.lagrid.spark.wire.Seal;
import io.lagrid.spark.wire.ShareFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A share at its worker. */
sealed interface StoredShare {

  /**
   * The share, ready to be computed with.
   *
   * @param cancellation asked while it is got ready
   */
  Share share(Cancellation cancellation);

  /** Frees what it takes. */
  void drop();

  /** A share in memory. */
  record InMemory(Share share, StorageMemory.Claim claim) implements StoredShare {

    @Override
    public Share share(Cancellation cancellation) {
      return share;
    }

    @Override
    public void drop() {
      claim.release();
    }
  }

  /** A share that memory had no room for, sealed, in one of Spark's local folders. */
  record OnDisk(Path file, long parcel, Seal seal) implements StoredShare {

    static OnDisk write(Path file, long parcel, Seal seal, byte[] share) {
      try {
        Files.write(file, seal.close(parcel, share));
      } catch (IOException e) {
        throw new UncheckedIOException("a share could not be spilled to " + file, e);
      }
      return new OnDisk(file, parcel, seal);
    }

    @Override
    public Share share(Cancellation cancellation) {
      try {
        return ShareFormat.read(seal.open(parcel, Files.readAllBytes(file), cancellation));
      } catch (IOException e) {
        throw new UncheckedIOException("a spilled share could not be read from " + file, e);
      }
    }

    @Override
    public void drop() {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        file.toFile().deleteOnExit(); // Spark clears its folders when the executor ends
      }
    }
  }
}
