/**
 * What happened: who answered when, who was used, late, rejected or lost, and what it cost. Depends
 * on codes and engine.cluster.
 */
@NullMarked
package io.lagrid.engine.report;

import org.jspecify.annotations.NullMarked;
