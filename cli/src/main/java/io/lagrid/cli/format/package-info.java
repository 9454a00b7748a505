/**
 * Arrays in files: {@code .npy}, {@code .npz}, {@code .mtx} and {@code .csv}, by extension; and
 * files that are written whole or not at all.
 *
 * <p>{@link io.lagrid.cli.format.ArrayFiles} is the door: it reads a file into an array and opens a
 * target to write one. Depends on format.array, format.npy and format.text.
 */
@NullMarked
package io.lagrid.cli.format;

import org.jspecify.annotations.NullMarked;
