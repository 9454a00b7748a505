/**
 * Codes of the left operand alone, for products of a tall matrix with a vector or a thin matrix: B
 * goes out as it is, whole or in parts. Depends on codes, codes.decode and codes.family.
 */
@NullMarked
package io.lagrid.codes.mds;

import org.jspecify.annotations.NullMarked;
