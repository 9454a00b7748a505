package io.lagrid.engine.cluster.sim;

/**
 * The links between the coordinator and the workers: one for each worker, both ways alike. A
 * message of b bytes arrives latency + b/bandwidth after it is sent; messages on one link follow
 * one another.
 *
 * @param latencySeconds not negative
 * @param bytesPerSecond the bandwidth, positive; may be infinite
 */
public record Network(double latencySeconds, double bytesPerSecond) {

  /** Takes no time. */
  public static final Network INSTANT = new Network(0, Double.POSITIVE_INFINITY);

  /** Checks the ranges. */
  public Network {
    if (!(latencySeconds >= 0 && latencySeconds < Double.POSITIVE_INFINITY && bytesPerSecond > 0)) {
      throw new IllegalArgumentException(
          "a latency of %s s and a bandwidth of %s bytes/s; a latency from 0 and a positive bandwidth"
                  .formatted(latencySeconds, bytesPerSecond)
              + " are legal");
    }
  }

  /** How long a link is busy with a message. */
  double occupied(long bytes) {
    return bytes / bytesPerSecond;
  }
}
