/**
 * The {@code lagrid} command. {@link io.lagrid.cli.Main} is what the launcher starts; formats,
 * reports, commands and the demo's data are packages below. Depends on command and run.
 */
@NullMarked
package io.lagrid.cli;

import org.jspecify.annotations.NullMarked;
