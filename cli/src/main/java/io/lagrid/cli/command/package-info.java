/**
 * The commands, one class each, and what they share: options, exit codes, progress, and the run of
 * a product from files to files.
 *
 * <p>{@link io.lagrid.cli.command.LagridCommandLine} is the door. A command reads its operands,
 * hands them to {@link io.lagrid.engine.Lagrid}, and tells the outcome in text, JSON and HTML; it
 * computes nothing itself. Only the {@link io.lagrid.cli.command.Terminal} it is given is written
 * to. May depend on every package of the command line and on the engine.
 */
@NullMarked
package io.lagrid.cli.command;

import org.jspecify.annotations.NullMarked;
