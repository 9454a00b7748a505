/**
 * How long workers take: distributions, correlated and bursty slowness, and measured traces, each a
 * model that gives every worker's seconds round after round. Depends on algebra only.
 */
@NullMarked
package io.lagrid.engine.delay;

import org.jspecify.annotations.NullMarked;
