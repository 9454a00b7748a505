/**
 * Rounds of work in pieces, timed: partial answers, loads that fit the workers, rateless codes.
 * Depends on engine.delay and engine.simulate.
 */
@NullMarked
package io.lagrid.engine.simulate.piece;

import org.jspecify.annotations.NullMarked;
