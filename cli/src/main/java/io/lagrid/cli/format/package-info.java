/**
 * Arrays in files: {@code .npy}, {@code .npz}, {@code .mtx} and {@code .csv}, by extension.
 *
 * <p>{@link io.lagrid.cli.format.ArrayFiles} is the door: it reads a file into an {@link
 * io.lagrid.cli.format.NdArray} and opens a target to write one. Whatever is wrong with a file is a
 * {@link io.lagrid.cli.format.BadInputException} of one line: file, position, value found, what is
 * legal. Integers of any width become longs, floats of any width doubles; files are written as
 * {@code <i8} and {@code <f8}.
 *
 * <p>Byte formats, none of them ours: NumPy's format description (versions 1.0, 2.0 and 3.0, read;
 * 1.0, written); zip archives of these; the Matrix Market exchange formats of NIST; RFC 4180 with
 * {@code #} comments.
 *
 * <p>Depends on algebra's matrices only.
 */
@NullMarked
package io.lagrid.cli.format;

import org.jspecify.annotations.NullMarked;
