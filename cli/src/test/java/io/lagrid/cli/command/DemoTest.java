package io.lagrid.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lagrid.cli.run.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo ends long before its sleepers wake, and tells the story. */
final class DemoTest {

  @TempDir Path folder;

  @Test
  void theStoryIsComplete() {
    Path report = folder.resolve("demo.html");
    Shell.Result result = Shell.run("demo", "--seed", "1", "--report", report.toString());
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .contains("Data      1797 images of 8×8 pixels, integers 0 to 16\n")
        .contains("Tolerates 3 stragglers, 1 adversary, 1 colluder\n")
        .contains("; nobody waited for workers ")
        .contains(" answered (1 of ", " answered wrongly, and was caught\n")
        .contains("Check     The coded result equals the product computed directly, in all 4096")
        .contains("\nPrivacy   worker 0 was sent ", "\nCost ", "nothing tolerated", "and 1 prying")
        .endsWith("Report    " + report + "\n");
    assertThat(report)
        .content()
        .contains("<h1>The Gram matrix XᵀX of 1797 handwritten digits</h1>");
  }

  @Test
  void jsonAloneWhoeverIsSlow() throws Exception {
    String report = folder.resolve("demo.html").toString();
    for (int seed = 0; seed < 3; seed++) {
      Shell.Result result = Shell.run("demo", "--json", "--seed", "" + seed, "--report", report);
      assertThat(result.err()).isEmpty();
      JsonNode json = new ObjectMapper().readTree(result.out());
      assertThat(json.get("rejected")).as("seed %d", seed).hasSize(1);
      assertThat(json.get("rejected").get(0).asInt()).as("seed %d", seed).isLessThan(4);
      assertThat(json.get("used")).hasSize(json.get("recoveryThreshold").asInt());
      assertThat(json.get("colluders").asInt()).isEqualTo(1);
      assertThat(json.get("late")).as("seed %d", seed).isNotEmpty();
      assertThat(json.get("check").asBoolean()).isTrue();
    }
  }
}
