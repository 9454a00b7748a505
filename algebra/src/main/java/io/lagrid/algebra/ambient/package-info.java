/**
 * The one place that reads the clock, draws randomness and spreads a coordinator's work over the
 * processor's cores; everything else has time and randomness handed in. Depends on field only.
 */
@NullMarked
package io.lagrid.algebra.ambient;

import org.jspecify.annotations.NullMarked;
