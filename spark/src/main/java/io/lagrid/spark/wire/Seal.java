package io.lagrid.spark.wire;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.kernel.Cancellation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes shares so that one worker alone can open them, wherever Spark carries them. The worker
 * draws the key and sends it to the driver; no other executor ever sees it.
 *
 * <p>Immutable and thread-safe.
 */
public final class Seal {

  /** Bytes of a key. */
  public static final int KEY_BYTES = 16;

  /** Short, so that the JDK's cipher is compiled after a few of them rather than a few shares. */
  static final int SEGMENT = 1 << 12;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final String CIPHER = "AES/GCM/NoPadding";

  private final byte[] key;

  /**
   * A seal of that key.
   *
   * @param key {@link #KEY_BYTES} bytes; not modified, copied
   */
  public Seal(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "a key of %d bytes; %d are needed".formatted(key.length, KEY_BYTES));
    }
    this.key = key.clone();
  }

  /** A seal of a key drawn at random. */
  public static Seal draw(Randomness secrets) {
    ByteBuffer key = ByteBuffer.allocate(KEY_BYTES);
    while (key.hasRemaining()) {
      key.putLong(secrets.nextLong());
    }
    return new Seal(key.array());
  }

  /** The key; a copy. */
  public byte[] key() {
    return key.clone();
  }

  /**
   * The bytes, closed and protected against change.
   *
   * @param parcel a number that closes nothing else under this key
   * @param bytes not modified
   */
  public byte[] close(long parcel, byte[] bytes) {
    int segments = Math.max(1, pieces(bytes.length, SEGMENT));
    byte[] sealed = ShareFormat.array(bytes.length + (long) segments * TAG_BYTES, "a sealed share");
    byte[] name = name(parcel, bytes.length);
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      for (int i = 0; i < segments; i++) {
        begin(cipher, Cipher.ENCRYPT_MODE, name, i);
        int from = i * SEGMENT;
        int count = Math.min(SEGMENT, bytes.length - from);
        cipher.doFinal(bytes, from, count, sealed, i * (SEGMENT + TAG_BYTES));
      }
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has AES/GCM", e);
    }
    return sealed;
  }

  /**
   * What was closed.
   *
   * @param sealed not modified
   * @param cancellation asked before every segment
   * @throws IllegalArgumentException if it was closed under another key or number, or changed since
   */
  public byte[] open(long parcel, byte[] sealed, Cancellation cancellation) {
    int step = SEGMENT + TAG_BYTES;
    int segments = pieces(sealed.length, step);
    if (sealed.length < segments * TAG_BYTES || segments == 0) {
      throw new IllegalArgumentException(
          "parcel %d is of %d bytes, which no seal makes".formatted(parcel, sealed.length));
    }
    byte[] bytes = new byte[sealed.length - segments * TAG_BYTES];
    byte[] name = name(parcel, bytes.length);
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      for (int i = 0; i < segments; i++) {
        cancellation.check();
        begin(cipher, Cipher.DECRYPT_MODE, name, i);
        int count = Math.min(step, sealed.length - i * step);
        cipher.doFinal(sealed, i * step, count, bytes, i * SEGMENT);
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "parcel %d was not sealed for this worker".formatted(parcel), e);
    }
    return bytes;
  }

  private static int pieces(long length, int most) {
    return (int) ((length + most - 1) / most);
  }

  /** What a parcel's segments have in common, number and length, and room for their own number. */
  private static byte[] name(long parcel, long length) {
    return ByteBuffer.allocate(NONCE_BYTES + Long.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(0, parcel)
        .putLong(NONCE_BYTES, length)
        .array();
  }

  private void begin(Cipher cipher, int mode, byte[] name, int segment)
      throws GeneralSecurityException {
    ByteBuffer.wrap(name).order(ByteOrder.LITTLE_ENDIAN).putInt(Long.BYTES, segment);
    GCMParameterSpec tagged = new GCMParameterSpec(8 * TAG_BYTES, name, 0, NONCE_BYTES);
    cipher.init(mode, new SecretKeySpec(key, "AES"), tagged);
    cipher.updateAAD(name, NONCE_BYTES, Long.BYTES);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Seal seal && Arrays.equals(seal.key, key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  /** Says nothing of the key. */
  @Override
  public String toString() {
    return "Seal";
  }
}
