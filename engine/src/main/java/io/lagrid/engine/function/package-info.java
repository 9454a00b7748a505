/**
 * Functions of blocks that workers can be asked to compute, by the names users write. Depends on
 * nothing else of this module.
 */
@NullMarked
package io.lagrid.engine.function;

import org.jspecify.annotations.NullMarked;
