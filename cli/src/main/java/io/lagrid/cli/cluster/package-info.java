/**
 * Clusters by address: those that this program does not bring itself are found on the class path by
 * {@link java.util.ServiceLoader}. Depends on format.array.
 */
@NullMarked
package io.lagrid.cli.cluster;

import org.jspecify.annotations.NullMarked;
