/**
 * How long rounds take, in closed form: order statistics, the best redundancy, the best loads for
 * unequal workers, the bound no scheme beats; and summaries of what was measured. Depends on
 * engine.delay only.
 */
@NullMarked
package io.lagrid.engine.statistics;

import org.jspecify.annotations.NullMarked;
