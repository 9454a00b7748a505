/**
 * Kernels on the JDK's Vector API ({@code jdk.incubator.vector}), offered to {@link
 * io.lagrid.algebra.kernel.Kernels} under the name {@code vector} in processes started with {@code
 * --add-modules jdk.incubator.vector}; elsewhere the module is silent. Depends on algebra's kernel
 * and transform packages alone.
 */
@NullMarked
package io.lagrid.vector;

import org.jspecify.annotations.NullMarked;
