/**
 * Operations as users write them where there are no operands yet: a name, what it takes – notation,
 * polynomial, function – and the operands' shapes. Each is a form that says what the command of
 * that name would plan. Depends on format.array, map and run.
 */
@NullMarked
package io.lagrid.cli.operation;

import org.jspecify.annotations.NullMarked;
