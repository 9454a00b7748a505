/**
 * Decoders: collectors of answers that say when there are enough, who lied, and by which small
 * matrix the answers become results. Depends on codes, codes.minors and codes.privacy.
 */
@NullMarked
package io.lagrid.codes.decode;

import org.jspecify.annotations.NullMarked;
