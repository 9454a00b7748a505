/**
 * Number-theoretic transforms over primes held in doubles, and products of long sequences by them.
 * Depends on field.
 */
@NullMarked
package io.lagrid.algebra.transform;

import org.jspecify.annotations.NullMarked;
