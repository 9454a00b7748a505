/**
 * What the demo is made of: the handwritten digits it ships, the product computed directly to check
 * against, and a worker that looks at what it is sent. Depends on nothing.
 */
@NullMarked
package io.lagrid.cli.demo;

import org.jspecify.annotations.NullMarked;
