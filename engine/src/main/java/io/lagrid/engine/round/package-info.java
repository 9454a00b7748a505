/**
 * One round: a duty cycle that takes events from a cluster, checks them, and collects until the
 * answers give the result. Depends on engine.cluster, engine.verify and engine.report.
 */
@NullMarked
package io.lagrid.engine.round;

import org.jspecify.annotations.NullMarked;
