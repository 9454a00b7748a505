package io.lagrid.algebra.ambient;

import io.lagrid.algebra.field.PrimeField;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Random numbers from the AES-128-CTR keystream: as unpredictable as its key. */
final class KeystreamRandomness implements Randomness {

  private static final int BUFFER = 1 << 14;

  private final Cipher cipher;
  private final byte[] zeros = new byte[BUFFER];
  private final byte[] bytes = new byte[BUFFER];
  private final ByteBuffer view = ByteBuffer.wrap(bytes);

  private KeystreamRandomness(byte[] key) {
    try {
      cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has AES/CTR", e);
    }
    view.position(view.limit());
  }

  static Randomness fresh() {
    byte[] key = new byte[16];
    new SecureRandom().nextBytes(key);
    return new KeystreamRandomness(key);
  }

  static Randomness seeded(long seed) {
    return new KeystreamRandomness(ByteBuffer.allocate(16).putLong(seed).putLong(~seed).array());
  }

  @Override
  public long nextLong() {
    if (view.remaining() < Long.BYTES) {
      refill();
    }
    return view.getLong();
  }

  @Override
  public void fill(PrimeField field, double[] target, int from, int to) {
    Objects.checkFromToIndex(from, to, target.length);
    int prime = field.prime();
    int mask = Integer.highestOneBit(prime) * 2 - 1;
    int half = (prime - 1) / 2;
    for (int i = from; i < to; ) {
      if (view.remaining() < Integer.BYTES) {
        refill();
      }
      int draw = view.getInt() & mask;
      if (draw < prime) { // rejection keeps the distribution exactly uniform
        target[i++] = draw - half;
      }
    }
  }

  private void refill() {
    try {
      cipher.update(zeros, 0, BUFFER, bytes, 0);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("the buffer is large enough", e);
    }
    view.clear();
  }
}
