/**
 * Lagrange coded computing: any polynomial of the data, batches of products, with privacy. Depends
 * on codes, codes.decode and codes.family.
 */
@NullMarked
package io.lagrid.codes.lagrange;

import org.jspecify.annotations.NullMarked;
