/**
 * What commands share: the terminal they write to, their options, progress, exit codes, and the run
 * of a product with the engine's refusals as bad input. Depends on cluster, format, format.array
 * and report.
 */
@NullMarked
package io.lagrid.cli.run;

import org.jspecify.annotations.NullMarked;
