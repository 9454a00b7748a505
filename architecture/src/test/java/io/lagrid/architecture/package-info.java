/**
 * The rules of the house, checked on the compiled classes of every module: which module may use
 * which, which package may use which, where time, randomness, threads and output are allowed, and
 * what classes may look like. Every rule is also shown to fail, on the small miniature house in
 * {@code fixtures}. Depends on architecture.source.
 */
@NullMarked
package io.lagrid.architecture;

import org.jspecify.annotations.NullMarked;
