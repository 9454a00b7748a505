/**
 * Polynomials in place of other functions of one variable: truncated Chebyshev series, best
 * (minimax) approximations, and how their errors add up over layers. Depends on field, linear and
 * matrix.
 */
@NullMarked
package io.lagrid.algebra.approximation;

import org.jspecify.annotations.NullMarked;
