package io.lagrid.spark.wire;

import io.lagrid.algebra.ambient.Randomness;
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

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

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
    try {
      return cipher(Cipher.ENCRYPT_MODE, parcel).doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has AES/GCM", e);
    }
  }

  /**
   * What was closed.
   *
   * @param sealed not modified
   * @throws IllegalArgumentException if it was closed under another key or number, or changed since
   */
  public byte[] open(long parcel, byte[] sealed) {
    try {
      return cipher(Cipher.DECRYPT_MODE, parcel).doFinal(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "parcel %d was not sealed for this worker".formatted(parcel), e);
    }
  }

  private Cipher cipher(int mode, long parcel) throws GeneralSecurityException {
    byte[] nonce =
        ByteBuffer.allocate(NONCE_BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(parcel).array();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
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
