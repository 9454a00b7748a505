/**
 * The contract suite that every code joins, and the naive round it is tested by: naive encoding,
 * naive answers, naive decoding, no kernel.
 */
@NullMarked
package io.lagrid.codes;

import org.jspecify.annotations.NullMarked;
