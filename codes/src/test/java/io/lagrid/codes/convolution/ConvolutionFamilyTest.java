package io.lagrid.codes.convolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.Proposal;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Tolerance;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The family's choice beside every pair of numbers of chunks there is. */
final class ConvolutionFamilyTest {

  private static final int LEFT = 10;
  private static final int RIGHT = 6;
  private static final int WORKERS = 7;

  private static Requirement requirement(Operation operation, int workers, Tolerance tolerance) {
    return new Requirement(operation, workers, tolerance, true, false, Optional.empty());
  }

  @Test
  void theFirstCodeHasTheLeastWorkOfAllAndARefusalNamesTheFewestWorkers() {
    int cases = 0;
    int refused = 0;
    for (int left = 1; left <= LEFT; left++) {
      for (int right = 1; right <= RIGHT; right++) {
        for (int kind = 0; kind < 4; kind++) {
          Operation.Convolution operation =
              new Operation.Convolution(left, right, 1 + kind % 2, kind >= 2);
          for (int workers = 1; workers <= WORKERS; workers++) {
            for (int colluders = 0; colluders <= 2; colluders++) {
              Tolerance tolerance = new Tolerance(1, 0, colluders);
              refused += decoded(operation, requirement(operation, workers, tolerance)) ? 0 : 1;
              cases++;
            }
          }
        }
      }
    }
    assertThat(cases).isEqualTo(LEFT * RIGHT * 4 * WORKERS * 3);
    assertThat(refused).isEqualTo(LEFT * RIGHT * 4 * (1 + 3 + 5)); // N ≤ S + (R of one chunk) − 1
  }

  /** Compares with all p and q; whether there was a code. */
  private static boolean decoded(Operation.Convolution operation, Requirement requirement) {
    int colluders = requirement.tolerance().colluders();
    double least = Double.POSITIVE_INFINITY;
    long needed = Long.MAX_VALUE;
    for (int p = 1; p <= operation.left(); p++) {
      for (int q = 1; q <= (operation.contraction() ? p : operation.right()); q++) {
        if (!operation.contraction() || q == p) {
          long threshold =
              operation.contraction()
                  ? (colluders == 0 ? 2 * p - 1 : 2L * (p + colluders) - 1)
                  : (colluders == 0 ? p + q - 1 : 2L * (p + q - 1 + colluders) - 1);
          needed = Math.min(needed, threshold);
          if (threshold <= requirement.largestThreshold()) {
            least = Math.min(least, work(operation, p, q));
          }
        }
      }
    }
    if (needed > requirement.largestThreshold()) {
      String fewest = "needs N ≥ %d workers; there".formatted(needed + 1);
      assertThat(refusal(requirement)).contains(fewest);
      return false;
    }
    checkOrder(operation, requirement, least);
    return true;
  }

  private static void checkOrder(
      Operation.Convolution operation, Requirement requirement, double least) {
    double found = Double.POSITIVE_INFINITY;
    for (ConvolutionCode code : codes(requirement)) {
      ConvolutionParameters parameters = code.parameters();
      found = Math.min(found, work(operation, parameters.p(), parameters.q()));
      assertThat(parameters.recoveryThreshold())
          .isLessThanOrEqualTo(requirement.largestThreshold());
    }
    assertThat(found).as("%s", requirement).isEqualTo(least);
  }

  private static List<ConvolutionCode> codes(Requirement requirement) {
    Proposal.Codes proposed = (Proposal.Codes) ConvolutionFamily.convolution().propose(requirement);
    return proposed.codes().stream().map(ConvolutionCode.class::cast).toList();
  }

  private static String refusal(Requirement requirement) {
    return ((Proposal.Refusal) ConvolutionFamily.convolution().propose(requirement)).reason();
  }

  /** Pairs of entries that meet in the convolution of two chunks. */
  private static double work(Operation.Convolution operation, int p, int q) {
    int chunk = (operation.left() + p - 1) / p;
    chunk = operation.contraction() ? chunk : Math.max(chunk, (operation.right() + q - 1) / q);
    chunk = (chunk + operation.granule() - 1) / operation.granule() * operation.granule();
    return operation.contraction() ? chunk : (double) chunk * Math.min(chunk, operation.right());
  }

  @Test
  void aWantedPartitionIsTakenOrRefused() {
    Operation.Convolution whole = new Operation.Convolution(6, 4, 1, false);
    Operation.Convolution gradient = new Operation.Convolution(6, 6, 1, true);
    assertThat(wanted(whole, new Partition(1, 3, 2)).recoveryThreshold()).isEqualTo(4);
    assertThat(wanted(gradient, new Partition(3, 1, 1)).recoveryThreshold()).isEqualTo(5);
    for (Partition partition :
        List.of(new Partition(2, 3, 2), new Partition(1, 7, 1), new Partition(1, 1, 5))) {
      assertThat(refusal(wanting(whole, partition)))
          .contains("legal are p = 1, m ≤ 6 chunks of A, n ≤ 4 of B");
    }
    for (Partition partition : List.of(new Partition(3, 2, 1), new Partition(3, 1, 2))) {
      assertThat(refusal(wanting(gradient, partition)))
          .contains("along the shared dimension alone");
    }
  }

  private static ConvolutionParameters wanted(
      Operation.Convolution operation, Partition partition) {
    List<ConvolutionCode> codes = codes(wanting(operation, partition));
    assertThat(codes).hasSize(1);
    return codes.get(0).parameters();
  }

  private static Requirement wanting(Operation.Convolution operation, Partition partition) {
    return new Requirement(operation, 9, Tolerance.NONE, true, false, Optional.of(partition));
  }

  @Test
  void whatNeedsAFiniteFieldIsRefusedOverTheReals() {
    Operation.Convolution operation = new Operation.Convolution(6, 4, 1, false);
    for (Tolerance tolerance : List.of(new Tolerance(0, 0, 1), new Tolerance(0, 1, 0))) {
      Requirement real = new Requirement(operation, 9, tolerance, false, true, Optional.empty());
      assertThat(refusal(real)).contains("use exact arithmetic");
    }
    Requirement exact = requirement(operation, 9, Tolerance.NONE);
    assertThat(codes(exact)).isNotEmpty();
  }
}
