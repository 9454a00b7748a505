/**
 * Polynomial maps evaluated on workers: the door {@link io.lagrid.engine.evaluate.Evaluator}, and
 * what happens behind it. Depends on engine, engine.cluster, engine.job, engine.partition,
 * engine.plan, engine.polynomial, engine.report, engine.round, engine.share and engine.verify.
 */
@NullMarked
package io.lagrid.engine.evaluate;

import org.jspecify.annotations.NullMarked;
