/**
 * Polynomials over a prime field, as coefficient arrays from the constant term up. Depends on
 * field, matrix and linear.
 */
@NullMarked
package io.lagrid.algebra.polynomial;

import org.jspecify.annotations.NullMarked;
