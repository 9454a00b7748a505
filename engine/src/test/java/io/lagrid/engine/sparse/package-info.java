/** Products of sparse operands from end to end, on graphs real and random. */
@NullMarked
package io.lagrid.engine.sparse;

import org.jspecify.annotations.NullMarked;
