package io.lagrid.algebra.transform;

/**
 * Lines of an array that lie some way apart: a block row's pieces of {@link TileTransform#WIDTH}
 * entries in several tiles, the quarters of a sequence. Immutable, but for the array.
 *
 * @param entries the array; not copied
 * @param first the index of the first line
 * @param step from one line to the next
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
public record Lines(double[] entries, int first, int step) {}
