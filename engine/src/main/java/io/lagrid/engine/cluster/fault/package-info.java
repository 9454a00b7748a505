/** A cluster whose workers are slow, crash or lie on purpose. Depends on engine.cluster. */
@NullMarked
package io.lagrid.engine.cluster.fault;

import org.jspecify.annotations.NullMarked;
