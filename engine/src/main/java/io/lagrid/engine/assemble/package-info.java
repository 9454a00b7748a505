/**
 * Decoding answers into result blocks, and result blocks into the result. Depends on
 * engine.partition.
 */
@NullMarked
package io.lagrid.engine.assemble;

import org.jspecify.annotations.NullMarked;
