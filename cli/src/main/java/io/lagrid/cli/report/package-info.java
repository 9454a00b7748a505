/**
 * How a run is told: one self-contained HTML page ({@link io.lagrid.cli.report.HtmlReport}) and one
 * JSON object ({@link io.lagrid.cli.report.RunJson}), both made from the engine's run report. Pure:
 * knows no file, clock or terminal.
 *
 * <p>The page is HTML that is also well-formed XML, with its style and pictures inside; it loads
 * nothing. Depends on nothing.
 */
@NullMarked
package io.lagrid.cli.report;

import org.jspecify.annotations.NullMarked;
