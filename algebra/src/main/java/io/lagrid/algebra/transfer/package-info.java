/**
 * Values of polynomials at many points of one coset of roots of unity from their values at points
 * of another, for one scalar or for whole blocks, in near-linear time. Depends on field, kernel,
 * matrix, polynomial and transform.
 */
@NullMarked
package io.lagrid.algebra.transfer;

import org.jspecify.annotations.NullMarked;
