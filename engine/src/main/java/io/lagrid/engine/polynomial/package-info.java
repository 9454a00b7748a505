/**
 * Polynomial maps of blocks, as workers compute them over any field: elementwise expressions, Gram
 * matrices, powers, the gradient of linear regression, and whatever a user adds; and the test of a
 * declared degree. Depends on nothing in this module.
 */
@NullMarked
package io.lagrid.engine.polynomial;

import org.jspecify.annotations.NullMarked;
