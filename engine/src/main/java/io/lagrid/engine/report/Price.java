package io.lagrid.engine.report;

/**
 * What a plan costs, as fractions that do not depend on the machine. Storage, upload and work count
 * against the operands and the whole operation; the uncoded run on the same N workers has upload
 * factor, download factor and work factor 1 and stores 1/N of the blocks at each worker.
 *
 * @param storage what one worker holds, as a fraction of both operands
 * @param upload everything sent to workers, in operands (1 = each operand once)
 * @param download what R answers bring back, in results
 * @param work what one worker computes, as a fraction of the whole operation
 * @param redundancy N·work: all the work handed out, in whole operations; of convolutions also less
 *     than 1
 */
public record Price(
    double storage, double upload, double download, double work, double redundancy) {}
