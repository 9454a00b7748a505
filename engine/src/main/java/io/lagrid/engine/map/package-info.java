/**
 * Any function of blocks, computed approximately from any number of answers: the order of the
 * blocks, the noise that hides them, the round, and what is known of the result's error. Depends on
 * engine.function, engine.job, engine.plan, engine.report, engine.cluster, engine.round,
 * engine.share and engine.verify.
 */
@NullMarked
package io.lagrid.engine.map;

import org.jspecify.annotations.NullMarked;
