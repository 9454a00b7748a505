package io.lagrid.codes;

/**
 * A family as {@code lagrid codes} lists it.
 *
 * @param name the name users write, such as {@code entangled}
 * @param purpose what for, in a few words
 * @param threshold the recovery threshold as a formula
 * @param paper authors, title and year
 */
public record CodeDescription(String name, String purpose, String threshold, String paper) {}
