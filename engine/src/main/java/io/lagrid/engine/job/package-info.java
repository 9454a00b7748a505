/**
 * What all coded computations do alike, whatever they compute: encode and place, run a round,
 * decode, and tell its story. A new operation is a package that uses this one. Depends on
 * engine.assemble, engine.cluster, engine.plan, engine.report, engine.round and engine.share.
 */
@NullMarked
package io.lagrid.engine.job;

import org.jspecify.annotations.NullMarked;
