/** Decoding answers into result blocks. Depends on codes. */
@NullMarked
package io.lagrid.engine.assemble;

import org.jspecify.annotations.NullMarked;
