/**
 * What providers of kernels implement and are handed: register tiles over packed panels, and the
 * plain one that every process has. Found by {@link java.util.ServiceLoader}. Depends on field,
 * matrix and transform.
 */
@NullMarked
package io.lagrid.algebra.kernel.tile;

import org.jspecify.annotations.NullMarked;
