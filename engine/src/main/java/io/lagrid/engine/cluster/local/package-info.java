/** Workers as threads of this process, on a bounded number of cores. Depends on engine.cluster. */
@NullMarked
package io.lagrid.engine.cluster.local;

import org.jspecify.annotations.NullMarked;
