/**
 * Convolutions as neural networks and signal processing use them, over any field: a layer's forward
 * map and its two gradients, of which the full linear convolution is one. Depends on field, kernel,
 * matrix and transform.
 */
@NullMarked
package io.lagrid.algebra.convolution;

import org.jspecify.annotations.NullMarked;
