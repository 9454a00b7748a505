package io.lagrid.engine.report;

/**
 * What was stored of one operand on the workers.
 *
 * @param name {@code left} or {@code right}
 * @param sparse whether shares hold only entries of their blocks' patterns; else all
 * @param entries how many entries were handed in, over the whole batch
 * @param sharedEntries how many entries all shares hold together, in each plane
 * @param largestShare how many entries the largest share holds, in each plane
 * @param note why an operand that was handed in sparse is stored dense; empty otherwise
 */
public record StoredOperand(
    String name,
    boolean sparse,
    long entries,
    long sharedEntries,
    long largestShare,
    String note) {}
