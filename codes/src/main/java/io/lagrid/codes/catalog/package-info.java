/** The codes Lagrid ships, listed once. Depends on every other package of this module. */
@NullMarked
package io.lagrid.codes.catalog;

import org.jspecify.annotations.NullMarked;
