/**
 * The rules that only the source text shows: lengths, open classes, unfinished work, and what each
 * package-info states. Depends on nothing.
 */
@NullMarked
package io.lagrid.architecture.source;

import org.jspecify.annotations.NullMarked;
