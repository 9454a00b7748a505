/**
 * Forecasts beside what really happens: rounds of a simulation and rounds of threads that sleep as
 * long as the same model says. Depends on nothing.
 */
@NullMarked
package io.lagrid.bench.forecast;

import org.jspecify.annotations.NullMarked;
