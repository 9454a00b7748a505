/**
 * Codes made for one bilinear product: the entangled polynomial family, and the uncoded and
 * replicated baselines. Depends on codes, codes.decode and codes.family.
 */
@NullMarked
package io.lagrid.codes.product;

import org.jspecify.annotations.NullMarked;
