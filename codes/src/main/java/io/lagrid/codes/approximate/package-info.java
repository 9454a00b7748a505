/**
 * Codes for any function over the reals, from any number of answers: curves that are drawn through
 * the data, evaluated by the workers, and drawn again through their answers. Depends on codes.
 */
@NullMarked
package io.lagrid.codes.approximate;

import org.jspecify.annotations.NullMarked;
