/**
 * Contractions of two tensors in einsum notation, as one product, a batch of products, or an
 * elementwise one. Depends on engine, engine.evaluate, engine.plan, engine.polynomial and
 * engine.report.
 */
@NullMarked
package io.lagrid.engine.contract;

import org.jspecify.annotations.NullMarked;
