/**
 * Codes for polynomial maps of blocks: Lagrange coded computing and, for few workers, repetition.
 * Depends on codes, codes.lagrange and codes.product.
 */
@NullMarked
package io.lagrid.codes.polynomial;

import org.jspecify.annotations.NullMarked;
