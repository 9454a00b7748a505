/**
 * From a requirement to the codes of a construction that meet it: the search over partitions, and
 * the reasons for refusing, written once for every family of product codes. Depends on codes.
 */
@NullMarked
package io.lagrid.codes.family;

import org.jspecify.annotations.NullMarked;
