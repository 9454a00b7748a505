/**
 * Transforms beside NTL's, what coding costs beside the layers of neural networks, and the picture
 * of thresholds. Depends on bench.
 */
@NullMarked
package io.lagrid.bench.convolution;

import org.jspecify.annotations.NullMarked;
