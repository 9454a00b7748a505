/**
 * Curves through or near given values, as linear maps: a small matrix from the values at some
 * points of a line to the values at others. Depends on matrix.
 */
@NullMarked
package io.lagrid.algebra.interpolation;

import org.jspecify.annotations.NullMarked;
