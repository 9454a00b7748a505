/**
 * Where workers run: the service-provider interface of clusters, and the records that travel to
 * workers and back. Depends on algebra only.
 */
@NullMarked
package io.lagrid.engine.cluster;

import org.jspecify.annotations.NullMarked;
