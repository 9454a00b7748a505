/**
 * Matrices as text: the Matrix Market exchange formats of NIST, and comma-separated numbers.
 * Depends on format.array.
 */
@NullMarked
package io.lagrid.cli.format.text;

import org.jspecify.annotations.NullMarked;
