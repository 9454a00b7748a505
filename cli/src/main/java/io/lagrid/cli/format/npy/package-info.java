/**
 * NumPy's file of one array and archive of several. Integers of any width become longs, floats of
 * any width doubles; written are {@code <i8} and {@code <f8}.
 *
 * <p>The bytes are NumPy's format, versions 1.0, 2.0 and 3.0 (read) and 1.0 (written): the magic
 * string {@code \x93NUMPY}, two bytes of version, the length of the header (2 bytes, from 2.0 on 4,
 * little-endian), a Python dictionary with keys {@code descr}, {@code fortran_order} and {@code
 * shape} padded with blanks to a multiple of 64 bytes, and the elements. An archive is a zip file
 * of {@code name.npy} files. Depends on format.array.
 */
@NullMarked
package io.lagrid.cli.format.npy;

import org.jspecify.annotations.NullMarked;
