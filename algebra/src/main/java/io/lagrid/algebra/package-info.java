/**
 * The arithmetic under every code: fields, matrices, kernels, exact numbers. Knows nothing of
 * codes, workers or clusters.
 */
@NullMarked
package io.lagrid.algebra;

import org.jspecify.annotations.NullMarked;
