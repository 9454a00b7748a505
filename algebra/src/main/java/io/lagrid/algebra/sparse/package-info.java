/**
 * Products and linear combinations of sparse matrices over a field, exact where the field is.
 * Depends on field, kernel and matrix.
 */
@NullMarked
package io.lagrid.algebra.sparse;

import org.jspecify.annotations.NullMarked;
