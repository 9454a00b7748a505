/**
 * The condition under which colluding workers learn nothing, checked on the points chosen. Depends
 * on codes and codes.minors.
 */
@NullMarked
package io.lagrid.codes.privacy;

import org.jspecify.annotations.NullMarked;
