package io.lagrid.cli.compute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lagrid.cli.command.Shell;
import io.lagrid.cli.format.ArrayFiles;
import io.lagrid.cli.format.array.LongArray;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import io.lagrid.cli.run.ExitCode;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** lagrid contract, and lagrid multiply on stacks. */
final class ContractTest {

  @TempDir Path folder;

  @BeforeEach
  void writeOperands() {
    write("a.npy", counted(Shape.of(3, 2, 4)));
    write("b.npy", counted(Shape.of(3, 4, 5)));
    write("m.npy", counted(Shape.of(4, 5)));
    write("v.npy", counted(Shape.of(4)));
    write("four.npy", counted(Shape.of(2, 3, 4, 2)));
    write("big.npy", new LongArray(Shape.of(2, 2), new long[] {1L << 62, 1L << 62, 1, 1}));
  }

  private static LongArray counted(Shape shape) {
    return new LongArray(shape, LongStream.range(1, shape.entries() + 1).toArray());
  }

  private void write(String name, NdArray array) {
    ArrayFiles.target(folder.resolve(name).toString()).write(array);
  }

  private LongArray read(String name) {
    return (LongArray) ArrayFiles.read(folder.resolve(name).toString());
  }

  private Shell.Result run(String line) {
    return Shell.run(line.replace("~", folder.toString()).split(" "));
  }

  /** Σ_j a[b][i][j]·b[b][j][k] by loops. */
  private LongArray products() {
    long[] a = read("a.npy").data();
    long[] b = read("b.npy").data();
    long[] c = new long[3 * 2 * 5];
    for (int l = 0; l < 3; l++) {
      for (int i = 0; i < 2; i++) {
        for (int k = 0; k < 5; k++) {
          for (int j = 0; j < 4; j++) {
            c[(l * 2 + i) * 5 + k] += a[(l * 2 + i) * 4 + j] * b[(l * 4 + j) * 5 + k];
          }
        }
      }
    }
    return new LongArray(Shape.of(3, 2, 5), c);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contract bij,bjk->bik",
        "contract bij,bjk->bik --adversaries 1 --inject lie:1",
        "contract bij,bjk->bik --workers 4 --stragglers 1",
        "contract bij,bjk->bik --workers 5 --adversaries 1 --inject lie:1",
        "contract bij,bjk->bik --colluders 1 --inject crash:2",
        "multiply",
        "multiply --stragglers 1 --adversaries 1 --colluders 1 --inject crash:1,lie:1"
      })
  void stacksAreMultipliedMatrixByMatrix(String command) throws Exception {
    String[] words = command.split(" ", -1);
    boolean contract = words[0].equals("contract");
    String head = contract ? words[0] + " " + words[1] : words[0];
    String options = command.substring(head.length());
    Shell.Result result = run(head + " ~/a.npy ~/b.npy -o ~/c.npy --json" + options);
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(read("c.npy")).isEqualTo(products());
    assertThat(new ObjectMapper().readTree(result.out()).get("operation").asText())
        .isEqualTo(words[0]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contract aij,jk->aik ~/a.npy ~/m.npy | (3, 2, 5)",
        "contract aij,jk->kai ~/a.npy ~/m.npy | (5, 3, 2)",
        "contract bij,j->bi ~/a.npy ~/v.npy | (3, 2)",
        "contract bij,bij-> ~/a.npy ~/a.npy | ()",
        "contract abij,jk ~/four.npy ~/four.npy | x",
        "multiply ~/a.npy ~/m.npy | (3, 2, 5)",
        "multiply ~/four.npy ~/four.npy | x",
        "multiply ~/a.npy ~/v.npy | (3, 2)"
      })
  void shapesFollowTheNotation(String command, String shape) {
    Shell.Result result = run(command + " -o ~/c.npy");
    if (shape.equals("x")) {
      assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    } else {
      assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
      assertThat(result.out()).contains("shape " + shape + ", int64, exact");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "bij,bjk->bim | contraction 'bij,bjk->bim', character 12: 'm' is an axis of neither"
            + " operand",
        "bij->bi | contraction 'bij->bi', character 4: a comma and a second operand are expected",
        "bij,bj!->bi | contraction 'bij,bj!->bi', character 7: '!' is out of place; legal are"
            + " letters, one comma and one ->",
        "ij,jk->ik | the left operand 'ij' has 2 letters, but shape [3, 2, 4] has 3 axes",
        "bij,bik->bjk | axis 'i' has length 2 here and 4 there: axis 1 of the right operand of"
            + " shape [3, 4, 5]"
      })
  void badNotationPointsAtTheCharacter(String notation, String message) {
    Shell.Result result = run("contract " + notation + " ~/a.npy ~/b.npy -o ~/c.npy");
    assertThat(result.err()).isEqualTo("lagrid: " + message + "\n");
    assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(folder.resolve("c.npy")).doesNotExist();
  }

  @Test
  void sumsBeyondInt64AreRefused() {
    Shell.Result result = run("contract ij,k->k ~/big.npy ~/v.npy -o ~/c.npy");
    assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err()).startsWith("lagrid: the sum over axis 'ij'");
  }
}
