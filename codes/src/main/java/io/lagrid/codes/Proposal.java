package io.lagrid.codes;

import java.util.List;

/** A family's answer to a requirement. */
public sealed interface Proposal {

  /**
   * Codes that meet the requirement: of products, {@link ProductCode}s.
   *
   * @param codes at least one
   */
  record Codes(List<Code> codes) implements Proposal {

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
   * @param foreign whether the family does other operations only, whatever is to be tolerated
   */
  record Refusal(String reason, boolean foreign) implements Proposal {

    /** The family does such operations, but not this one as it is required. */
    public Refusal(String reason) {
      this(reason, false);
    }

    /** The family does other operations only. */
    public static Refusal foreign(String reason) {
      return new Refusal(reason, true);
    }
  }
}
