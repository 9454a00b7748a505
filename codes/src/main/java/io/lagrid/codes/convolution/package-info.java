/**
 * Coded convolution: the chunks of two sequences as coefficients of polynomials. Depends on codes
 * and codes.decode.
 */
@NullMarked
package io.lagrid.codes.convolution;

import org.jspecify.annotations.NullMarked;
