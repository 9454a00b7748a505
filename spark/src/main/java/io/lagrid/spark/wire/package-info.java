/**
 * The bytes that travel between driver and executors, version 2, and how shares are sealed. All
 * numbers are little-endian.
 *
 * <pre>
 * entries  = width:u8  value × (rows·columns), row by row
 *            width 3 or 4: values are signed integers of so many bytes
 *            width 8: values are IEEE 754 doubles
 * block    = planes:i32  rows:i32  columns:i32  entries × planes
 * sparse   = planes:i32  rows:i32  columns:i32  stored:i32
 *            start:i32 × (rows + 1)  column:i32 × stored  entries × planes
 *            compressed rows; the entries of each plane are one row of the stored ones
 * share    = version:u8  primes:i32  prime:i32 × primes  blocks:i32  part × blocks
 *            no primes: real numbers
 * part     = 0:u8  block  or  1:u8  sparse
 * answer   = version:u8  1:u8  stored:i32  parcel:i64 × stored  nanos:i64  block
 * loss     = version:u8  2:u8  stored:i32  parcel:i64 × stored  reason:text
 * text     = length:i32  UTF-8 bytes
 * </pre>
 *
 * <p>Each plane takes the smallest width that holds all its values exactly, to the bit: balanced
 * residues modulo a prime below 2^23 take 3 bytes; numbers that are no small integers take 8. An
 * answer may hold anything, so the width follows the numbers, not what they are said to be.
 *
 * <p>A sealed share is a share cut into segments of 2^12 bytes, the last as long as is left, each
 * in AES-128 in Galois/counter mode with the key of one worker's seat and a tag of 16 bytes behind
 * it. A segment's nonce is {@code parcel:i64 segment:i32}, its associated data the share's length
 * in bytes as i64: segments left out, added or in another order do not open. Parcel numbers do not
 * repeat within a cluster, and keys are drawn per seat.
 *
 * <p>Depends on algebra and engine.cluster.
 */
@NullMarked
package io.lagrid.spark.wire;

import org.jspecify.annotations.NullMarked;
