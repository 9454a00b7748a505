package io.lagrid.engine.plan;

import io.lagrid.codes.Encoding;
import io.lagrid.codes.ProductCode;

/**
 * Which part of their entries the coded blocks of an operand hold: at most as many as all blocks
 * they are combined from, and all if the operand is dense or hidden by noise. Blocks count as if
 * their entries lay evenly, and in different places.
 *
 * @param operand which part of its entries the operand holds; 1 if it is dense
 * @param mean over all coded blocks
 * @param largest at the worker that holds most
 */
record ShareDensity(double operand, double mean, double largest) {

  static ShareDensity of(ProductCode code, int operand, double density) {
    if (density == 1 || code.parameters().colluders() > 0) {
      return new ShareDensity(density, 1, 1);
    }
    Encoding.Weight weight = code.weight(operand);
    return new ShareDensity(
        density, Math.min(1, weight.mean() * density), Math.min(1, weight.largest() * density));
  }

  /** The factor by which the products of a coded block take more work than those of data blocks. */
  double meanWork() {
    return operand == 0 ? 1 : mean / operand;
  }

  /** The same at the worker that holds most. */
  double mostWork() {
    return operand == 0 ? 1 : largest / operand;
  }

  /** Bytes of a coded block at the worker that holds most, over those of a dense one. */
  double bytes(int planes) {
    double dense = planes * Double.BYTES;
    return operand == 1 ? 1 : Math.min(1, largest * (dense + Integer.BYTES) / dense);
  }
}
