/**
 * Plans and simulated rounds in text, JSON, CSV, plots and pages. Pure but for the files written;
 * everything is computed by {@code io.lagrid.engine.forecast}. Depends on operation, report, plot,
 * run, format and format.array.
 */
@NullMarked
package io.lagrid.cli.forecast;

import org.jspecify.annotations.NullMarked;
