/**
 * Polynomials by their values at many points of cosets of roots of unity or by their coefficients,
 * and what leads from one to another, for one scalar or for whole blocks, in near-linear time.
 * Depends on field, kernel, matrix, polynomial and transform.
 */
@NullMarked
package io.lagrid.algebra.transfer;

import org.jspecify.annotations.NullMarked;
