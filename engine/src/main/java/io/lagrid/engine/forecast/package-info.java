/**
 * What a plan will do before it is run: expected and 99th-percentile time on given workers, which
 * plans no other one beats, what else could be done on the same workers, and whether coding pays.
 * Depends on codes.rateless, engine.plan, engine.delay, engine.simulate, engine.simulate.piece,
 * engine.statistics, engine.report, engine.cluster.piece and engine.cluster.sim.
 */
@NullMarked
package io.lagrid.engine.forecast;

import org.jspecify.annotations.NullMarked;
