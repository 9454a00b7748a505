/**
 * Commands that compute an array from arrays, from files to a file, and what they share. Depends on
 * format, format.array, operation, profile, report and run.
 */
@NullMarked
package io.lagrid.cli.compute;

import org.jspecify.annotations.NullMarked;
