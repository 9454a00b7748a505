/**
 * Line plots: what to show, as SVG inside a page or a file of its own, and as PNG. Knows nothing of
 * what is plotted. Depends on report, format and format.array.
 */
@NullMarked
package io.lagrid.cli.plot;

import org.jspecify.annotations.NullMarked;
