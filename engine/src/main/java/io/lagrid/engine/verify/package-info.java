/**
 * Checking answers on arrival: shape, range, and Freivalds projections. Depends on engine.assemble
 * and engine.share.
 */
@NullMarked
package io.lagrid.engine.verify;

import org.jspecify.annotations.NullMarked;
