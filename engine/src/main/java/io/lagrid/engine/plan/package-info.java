/**
 * From what is to be tolerated to a code, its parameters and their price. Depends on codes,
 * engine.report, engine.share and engine.verify.
 */
@NullMarked
package io.lagrid.engine.plan;

import org.jspecify.annotations.NullMarked;
