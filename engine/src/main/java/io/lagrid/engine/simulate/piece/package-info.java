/**
 * Rounds of work in pieces, timed: partial answers, loads that fit the workers or follow them,
 * rateless codes. Depends on engine.cluster.piece, engine.delay and engine.simulate.
 */
@NullMarked
package io.lagrid.engine.simulate.piece;

import org.jspecify.annotations.NullMarked;
