/**
 * Arrays of any rank, what a file format must do, and how bad input is refused: by one line with
 * file, position, value found and what is legal. Depends on nothing.
 */
@NullMarked
package io.lagrid.cli.format.array;

import org.jspecify.annotations.NullMarked;
