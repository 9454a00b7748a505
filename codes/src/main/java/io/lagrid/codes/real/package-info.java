/**
 * Product codes made for floating point: any R answers give the result, and the condition number of
 * the system they leave to solve grows like a polynomial in N, not exponentially as with powers of
 * real points. Each code says how well conditioned a set of answers is. Depends on codes,
 * codes.decode and codes.family.
 */
@NullMarked
package io.lagrid.codes.real;

import org.jspecify.annotations.NullMarked;
