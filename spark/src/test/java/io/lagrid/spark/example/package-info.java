/** Examples that tests run: ridge regression on the handwritten digits. */
@NullMarked
package io.lagrid.spark.example;

import org.jspecify.annotations.NullMarked;
