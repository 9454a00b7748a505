package io.lagrid.algebra.transform;

/**
 * Lines of {@link TileTransform#WIDTH} entries of an array that lie some way apart: a block row's
 * pieces in several tiles, or one after the other. Immutable, but for the array.
 *
 * @param entries the array; not copied
 * @param first the index of the first line
 * @param step from one line to the next
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
public record Lines(double[] entries, int first, int step) {}
