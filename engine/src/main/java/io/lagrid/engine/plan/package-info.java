/**
 * From what is to be tolerated to a code, its parameters and their price. Depends on codes,
 * engine.report and engine.share.
 */
@NullMarked
package io.lagrid.engine.plan;

import org.jspecify.annotations.NullMarked;
