/**
 * Transforms beside NTL's, encoding for many workers beside the dense matrices, and what coding
 * costs beside the layers of neural networks. Depends on bench.
 */
@NullMarked
package io.lagrid.bench.convolution;

import org.jspecify.annotations.NullMarked;
