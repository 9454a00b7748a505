/** Cutting operands into equal blocks and numbers into planes. Depends on codes and algebra. */
@NullMarked
package io.lagrid.engine.partition;

import org.jspecify.annotations.NullMarked;
