package io.lagrid.cli.operation;

import io.lagrid.engine.Settings;

/**
 * On which workers an operation is to be done, and how.
 *
 * @param workers N
 * @param settings what is tolerated, and by which code
 * @param options of single operations
 */
record Terms(int workers, Settings settings, OperationOptions options) {}
