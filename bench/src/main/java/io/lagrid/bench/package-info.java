/**
 * Benchmarks of the kernels, of residues and of whole rounds, and their comparison with peers in
 * the same run ({@link io.lagrid.bench.Comparison}). Never shipped. Depends on engine and vector.
 */
@NullMarked
package io.lagrid.bench;

import org.jspecify.annotations.NullMarked;
