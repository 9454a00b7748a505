/**
 * What the command {@code map} is made of: functions by the names users write, arrays as blocks and
 * back, and what is told of an estimate. Depends on format, format.array and report.
 */
@NullMarked
package io.lagrid.cli.map;

import org.jspecify.annotations.NullMarked;
