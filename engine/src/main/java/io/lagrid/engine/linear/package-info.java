/**
 * What is linear in the data and so goes through any code for products: moments of batches, and
 * sketches of streams. Depends on engine and engine.report.
 */
@NullMarked
package io.lagrid.engine.linear;

import org.jspecify.annotations.NullMarked;
