/**
 * What a code is: parameters, coefficient matrices that encode each operand, and a decoder that
 * collects answers. Codes are pure mathematics over a field: they never see a big block, a thread,
 * a clock or a cluster. Depends on algebra.
 */
@NullMarked
package io.lagrid.codes;

import org.jspecify.annotations.NullMarked;
