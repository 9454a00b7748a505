/**
 * Small dense linear algebra over any field: solving, rank, and the structured coefficient matrices
 * codes are made of (Vandermonde, Lagrange, Cauchy). Depends on field and matrix.
 */
@NullMarked
package io.lagrid.algebra.linear;

import org.jspecify.annotations.NullMarked;
