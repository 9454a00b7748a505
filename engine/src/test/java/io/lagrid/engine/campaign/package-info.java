/**
 * The fault campaign: random schedules of faults, arrival orders, codes and sizes in virtual time,
 * what must hold in each of them, and bugs planted to see that it is noticed when it does not.
 */
@NullMarked
package io.lagrid.engine.campaign;

import org.jspecify.annotations.NullMarked;
