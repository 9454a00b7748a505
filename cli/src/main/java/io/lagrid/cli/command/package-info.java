/**
 * The commands, one class each.
 *
 * <p>{@link io.lagrid.cli.command.LagridCommandLine} is the door. A command reads its operands,
 * hands them to {@link io.lagrid.engine.Lagrid}, and tells the outcome in text, JSON and HTML; it
 * computes nothing itself. Only the {@link io.lagrid.cli.run.Terminal} it is given is written to. A
 * new command is a class here and a line in the door. Depends on compute, run, cluster, profile,
 * demo, forecast, map, operation, plot, format, format.array and report.
 */
@NullMarked
package io.lagrid.cli.command;

import org.jspecify.annotations.NullMarked;
