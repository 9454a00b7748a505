/**
 * Codes without a fixed rate: sums of random sets of row blocks, of which slightly more than there
 * are row blocks suffice. Depends on codes, codes.decode, codes.family, codes.mds and codes.minors.
 */
@NullMarked
package io.lagrid.codes.rateless;

import org.jspecify.annotations.NullMarked;
