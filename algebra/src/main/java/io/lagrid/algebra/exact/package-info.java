/**
 * Exact integers and fixed-point numbers in residue number systems: residues, reconstruction by the
 * Chinese remainder theorem, and the bounds that say how many primes a result needs. Depends on
 * field and matrix.
 */
@NullMarked
package io.lagrid.algebra.exact;

import org.jspecify.annotations.NullMarked;
