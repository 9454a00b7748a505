/**
 * Row-major matrices of doubles and longs, sparse ones in compressed rows, and blocks with one
 * plane per field. Depends on ambient, for the cores that clear large blocks.
 */
@NullMarked
package io.lagrid.algebra.matrix;

import org.jspecify.annotations.NullMarked;
