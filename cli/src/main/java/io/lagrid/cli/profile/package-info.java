/**
 * What is known of workers – given by the user, measured by {@code lagrid doctor}, or learned from
 * runs – and runs beside what was forecast from it. Depends on run, report, format and
 * format.array.
 */
@NullMarked
package io.lagrid.cli.profile;

import org.jspecify.annotations.NullMarked;
