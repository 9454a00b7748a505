/**
 * Coded convolutions and layers of neural networks: chunks of both operands along one axis, each
 * worker's convolution of two coded chunks, secret linear functionals that check it, and the result
 * put together again. Depends on engine, engine.cluster, engine.job, engine.partition, engine.plan,
 * engine.report, engine.round, engine.share and engine.verify.
 */
@NullMarked
package io.lagrid.engine.convolution;

import org.jspecify.annotations.NullMarked;
