/**
 * Whether every maximal square submatrix of a matrix is invertible: what privacy and decodability
 * come down to. Depends on nothing.
 */
@NullMarked
package io.lagrid.codes.minors;

import org.jspecify.annotations.NullMarked;
