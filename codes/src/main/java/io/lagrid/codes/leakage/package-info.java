/**
 * What colluders learn where privacy is not perfect: bounds in bits for data hidden by Gaussian
 * noise. Depends on codes.
 */
@NullMarked
package io.lagrid.codes.leakage;

import org.jspecify.annotations.NullMarked;
