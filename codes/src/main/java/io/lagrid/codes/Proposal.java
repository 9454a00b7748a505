package io.lagrid.codes;

import java.util.List;

/** A family's answer to a requirement. */
public sealed interface Proposal {

  /**
   * Codes that meet the requirement.
   *
   * @param codes at least one
   */
  record Codes(List<ProductCode> codes) implements Proposal {

    /** Copies the list; checks that there is a code. */
    public Codes {
      codes = List.copyOf(codes);
      if (codes.isEmpty()) {
        throw new IllegalArgumentException("a family without a code must say why");
      }
    }
  }

  /**
   * No code of the family meets the requirement.
   *
   * @param reason what stands in the way and what would help, such as the smallest N that would do
   */
  record Refusal(String reason) implements Proposal {}
}
