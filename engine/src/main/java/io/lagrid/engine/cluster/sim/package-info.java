/**
 * Workers in virtual time: a clock that jumps from event to event, links with latency and
 * bandwidth, and workers whose tasks take as long as a delay model says. Depends on engine.cluster
 * and engine.delay.
 */
@NullMarked
package io.lagrid.engine.cluster.sim;

import org.jspecify.annotations.NullMarked;
