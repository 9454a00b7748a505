/** Encoding: blocks, noise and a coefficient matrix become shares. Depends on codes. */
@NullMarked
package io.lagrid.engine.share;

import org.jspecify.annotations.NullMarked;
