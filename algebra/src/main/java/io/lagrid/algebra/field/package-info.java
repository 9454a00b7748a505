/**
 * Fields whose elements are doubles: the reals, and the integers modulo a prime in balanced form;
 * and arithmetics, which are ordered lists of fields (one per plane). Depends on nothing.
 */
@NullMarked
package io.lagrid.algebra.field;

import org.jspecify.annotations.NullMarked;
