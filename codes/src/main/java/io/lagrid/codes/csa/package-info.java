/**
 * Cross subspace alignment: batches of products, each whole or cut, with the products' answers at
 * poles of their own. Depends on codes, codes.decode, codes.family and codes.product.
 */
@NullMarked
package io.lagrid.codes.csa;

import org.jspecify.annotations.NullMarked;
