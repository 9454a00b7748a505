/**
 * Rounds that are only timed: ways to get a result out of slow workers – coded, uncoded,
 * replicated, speculative, retried – on the same draws, without computing anything. Depends on
 * engine.delay and engine.statistics.
 */
@NullMarked
package io.lagrid.engine.simulate;

import org.jspecify.annotations.NullMarked;
