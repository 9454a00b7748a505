/**
 * Private products cut on the outer sides: polynomials with gaps between their exponents. Depends
 * on codes, codes.decode, codes.family, codes.minors and codes.privacy.
 */
@NullMarked
package io.lagrid.codes.gasp;

import org.jspecify.annotations.NullMarked;
