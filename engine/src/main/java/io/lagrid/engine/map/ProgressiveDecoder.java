package io.lagrid.engine.map;

import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Projection;
import io.lagrid.codes.approximate.ApproximateDecoder;
import io.lagrid.codes.approximate.Estimate;
import java.util.Collection;
import java.util.function.Predicate;

/** A decoder whose estimates are shown to somebody who may stop it. Confined to one thread. */
final class ProgressiveDecoder implements Decoder {

  private final ApproximateDecoder decoder;
  private final Predicate<Estimate> enough;

  ProgressiveDecoder(ApproximateDecoder decoder, Predicate<Estimate> enough) {
    this.decoder = decoder;
    this.enough = enough;
  }

  @Override
  public boolean offer(int worker, Projection projection) {
    return decoder.offer(worker, projection)
        || (enough != MapSettings.NEVER
            && decoder.outcome() instanceof Decoding.Decodable
            && enough.test(decoder.estimate()));
  }

  @Override
  public Decoding outcome() {
    return decoder.outcome();
  }

  @Override
  public boolean reachable(Collection<Integer> further) {
    return decoder.reachable(further);
  }

  Estimate estimate() {
    return decoder.estimate();
  }
}
