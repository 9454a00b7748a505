/**
 * One round: a duty cycle that takes events from a cluster, checks them, and collects until the
 * answers give the result. Depends on engine.cluster and engine.report.
 */
@NullMarked
package io.lagrid.engine.round;

import org.jspecify.annotations.NullMarked;
