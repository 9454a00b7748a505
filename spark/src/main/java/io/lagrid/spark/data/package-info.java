/**
 * The doors between Spark's distributed data and local matrices. Crossing one is a named call that
 * says which jobs it runs and checks sizes first. Depends on algebra.
 */
@NullMarked
package io.lagrid.spark.data;

import org.jspecify.annotations.NullMarked;
