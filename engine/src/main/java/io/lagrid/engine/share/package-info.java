/**
 * Encoding: blocks, noise and a coefficient matrix become shares. Depends on engine.partition and
 * engine.cluster.
 */
@NullMarked
package io.lagrid.engine.share;

import org.jspecify.annotations.NullMarked;
