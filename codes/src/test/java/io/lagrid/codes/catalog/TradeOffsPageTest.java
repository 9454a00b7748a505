package io.lagrid.codes.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.Proposal;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.convolution.ConvolutionParameters;
import io.lagrid.codes.mds.LowWeightCode;
import io.lagrid.codes.mds.LowWeightParameters;
import io.lagrid.codes.mds.MdsCode;
import io.lagrid.codes.mds.MdsParameters;
import io.lagrid.codes.polynomial.MapCode;
import io.lagrid.codes.product.EntangledParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The numbers of docs/trade-offs.md are those of the codes. */
class TradeOffsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "trade-offs.md");
  private static final int WORKERS = 20;

  private static List<List<String>> rows(int columns) throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("| ") && Character.isDigit(line.charAt(2)))
        .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).skip(1).toList())
        .filter(cells -> cells.size() == columns)
        .toList();
  }

  private static int blocks(String code, int degree, Tolerance tolerance, boolean verified) {
    Operation.Evaluation map = new Operation.Evaluation("map", degree, 1000, 1);
    Requirement requirement =
        new Requirement(map, WORKERS, tolerance, true, verified, Optional.empty());
    return CodeCatalog.standard().named(code).propose(requirement) instanceof Proposal.Codes codes
        ? ((MapCode) codes.codes().get(0)).dataBlocks()
        : 0;
  }

  @Test
  void stragglersAdversariesAndColluders() throws IOException {
    List<List<String>> rows = rows(5);
    assertThat(rows).hasSize(27);
    for (List<String> row : rows) {
      int[] n = row.stream().mapToInt(Integer::parseInt).toArray();
      Tolerance tolerance = new Tolerance(n[0], n[1], n[2]);
      assertThat(blocks("lcc", 2, tolerance, false)).as("%s", row).isEqualTo(n[3]);
      assertThat(blocks("lcc", 2, tolerance, true)).as("%s", row).isEqualTo(n[4]);
    }
  }

  @Test
  void degrees() throws IOException {
    List<List<String>> rows = rows(4);
    assertThat(rows).hasSize(6);
    for (List<String> row : rows) {
      int degree = Integer.parseInt(row.get(0));
      int coded = blocks("lcc", degree, Tolerance.stragglers(2), false);
      int repeated = blocks("repetition", degree, Tolerance.stragglers(2), false);
      String better = coded >= repeated ? "lcc" : "repetition";
      assertThat(Math.max(coded, repeated)).as("%s", row).isEqualTo(Integer.parseInt(row.get(1)));
      assertThat(row.get(2)).isEqualTo(better);
      assertThat(blocks("lcc", degree, new Tolerance(2, 0, 1), false))
          .as("%s", row)
          .isEqualTo(Integer.parseInt(row.get(3)));
    }
  }

  @Test
  void convolutionsAgainstProducts() throws IOException {
    List<List<String>> rows = rows(3);
    assertThat(rows).hasSize(6);
    for (List<String> row : rows) {
      int[] n = row.stream().mapToInt(Integer::parseInt).toArray();
      assertThat(ConvolutionParameters.whole(64, n[0], n[0], 0).recoveryThreshold())
          .as("%s", row)
          .isEqualTo(n[1]);
      assertThat(EntangledParameters.polynomial(64, n[0], n[0]).recoveryThreshold())
          .as("%s", row)
          .isEqualTo(n[2]);
    }
  }

  @Test
  void sparseShares() throws IOException {
    List<List<String>> rows = rows(6);
    assertThat(rows).hasSize(9);
    for (List<String> row : rows) {
      int workers = Integer.parseInt(row.get(0));
      int stragglers = Integer.parseInt(row.get(1));
      int blocks = workers - stragglers;
      ProductCode light = new LowWeightCode(new LowWeightParameters(workers, blocks));
      int copies = workers / (stragglers + 1);
      ProductCode systematic = new MdsCode(new MdsParameters(workers, blocks));
      assertThat(row.get(2)).isEqualTo((stragglers + 1) + "/" + workers);
      assertThat(row.get(3)).isEqualTo((int) light.weight(0).largest() + "/" + blocks);
      assertThat(row.get(4)).isEqualTo("1/" + copies);
      assertThat(systematic.weight(0).largest()).isEqualTo(blocks);
      assertThat(row.get(5)).isEqualTo(blocks + "/" + blocks);
    }
  }

  @Test
  void storageAgainstThreshold() throws IOException {
    List<List<String>> rows = rows(7);
    assertThat(rows).hasSize(3 + 4 + 6);
    for (List<String> row : rows) {
      Partition cut = Partition.parse(row.get(1) + "x" + row.get(2) + "x" + row.get(3));
      EntangledParameters parameters = EntangledParameters.entangled(1000, cut, 0);
      assertThat(parameters.recoveryThreshold()).isEqualTo(Integer.parseInt(row.get(4)));
      assertThat(row.get(0)).isEqualTo("1/" + cut.p() * cut.m());
      assertThat(row.get(5)).isEqualTo("1/" + cut.blockProducts());
      assertThat(row.get(6)).isEqualTo("1/" + cut.m() * cut.n());
    }
  }
}
