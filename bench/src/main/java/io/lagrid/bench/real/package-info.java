/**
 * What the pages about codes over the reals show: condition numbers of codes and of powers of real
 * points, and the accuracy of a network evaluated on coded images, as tables and plots. Depends on
 * nothing else of this module.
 */
@NullMarked
package io.lagrid.bench.real;

import org.jspecify.annotations.NullMarked;
