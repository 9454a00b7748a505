package io.lagrid.codes.polynomial;

import java.util.Optional;

/**
 * What one family has for a polynomial map: a code, or the reason why it has none.
 *
 * @param family the family's name
 * @param code the code that gives every worker the least to do; empty if there is none
 * @param reason why there is none; empty if there is one
 */
public record MapProposal(String family, Optional<MapCode> code, String reason) {

  static MapProposal of(MapCode code) {
    return new MapProposal(code.parameters().code(), Optional.of(code), "");
  }

  static MapProposal refusal(String family, String reason) {
    return new MapProposal(family, Optional.empty(), reason);
  }
}
