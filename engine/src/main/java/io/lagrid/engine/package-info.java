/**
 * The door for users: say what to tolerate, hand in operands, get a result with its report.
 * Operations other than products are packages above this one. Depends on every other package of
 * this module but these.
 */
@NullMarked
package io.lagrid.engine;

import org.jspecify.annotations.NullMarked;
