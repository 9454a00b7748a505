/**
 * Work in pieces: a cluster whose workers are pieces of another cluster's workers, so that what a
 * slow worker has done counts, fast workers do more, and loads follow what was learned of speeds.
 * Depends on engine.cluster and codes.
 */
@NullMarked
package io.lagrid.engine.cluster.piece;

import org.jspecify.annotations.NullMarked;
