/**
 * The one place that reads the clock and draws randomness; everything else has them handed in.
 * Depends on field only.
 */
@NullMarked
package io.lagrid.algebra.ambient;

import org.jspecify.annotations.NullMarked;
