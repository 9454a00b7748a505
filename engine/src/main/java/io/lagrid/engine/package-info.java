/**
 * The door for users: say what to tolerate, hand in operands, get a result with its report. Depends
 * on every other package of this module.
 */
@NullMarked
package io.lagrid.engine;

import org.jspecify.annotations.NullMarked;
