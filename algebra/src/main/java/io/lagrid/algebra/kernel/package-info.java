/**
 * Products of large matrices and linear combinations of large blocks over a field, at the speed of
 * the machine. One checked facade ({@link io.lagrid.algebra.kernel.Kernels}), one driver text, and
 * register-tile providers found by {@link java.util.ServiceLoader}. Depends on ambient,
 * kernel.tile, field, matrix and transform.
 */
@NullMarked
package io.lagrid.algebra.kernel;

import org.jspecify.annotations.NullMarked;
