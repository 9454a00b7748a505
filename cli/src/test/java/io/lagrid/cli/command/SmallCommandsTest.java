package io.lagrid.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.cli.run.ExitCode;
import io.lagrid.codes.catalog.CodeCatalog;
import org.junit.jupiter.api.Test;

/** codes, doctor and completion. */
final class SmallCommandsTest {

  @Test
  void codesAreListedOneALine() {
    Shell.Result result = Shell.run("codes");
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.out().lines()).hasSize(CodeCatalog.standard().families().size());
    assertThat(result.out().lines())
        .zipSatisfy(
            CodeCatalog.standard().families(),
            (line, family) ->
                assertThat(line)
                    .startsWith(family.description().name() + " ")
                    .contains(family.description().purpose(), family.description().threshold())
                    .endsWith(family.description().paper()));
  }

  @Test
  void codesAsJson() throws Exception {
    JsonNode json = new ObjectMapper().readTree(Shell.run("codes", "--json").out());
    assertThat(json.get("codes")).hasSize(CodeCatalog.standard().families().size());
    assertThat(json.get("codes").get(0).fieldNames())
        .toIterable()
        .containsExactly("code", "purpose", "recoveryThreshold", "paper");
  }

  @Test
  void doctorNamesTheKernelsAndTheirSpeed() {
    Shell.Result result = Shell.run("doctor");
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .contains("\nJDK       " + Runtime.version())
        .contains("\nkernels   " + Kernels.fastest().name() + " (available: ")
        .containsPattern("\nreal      [0-9.]+ G multiply-adds/s on one core")
        .containsPattern("\nmodular   [0-9.]+ G multiply-adds/s on one core")
        .contains("\nmissing   ");
  }

  @Test
  void doctorAsJson() throws Exception {
    JsonNode json = new ObjectMapper().readTree(Shell.run("doctor", "--json").out());
    assertThat(json.get("kernels").asText()).isEqualTo(Kernels.fastest().name());
    assertThat(json.get("available")).hasSize(Kernels.available().size());
    assertThat(json.at("/gigaMultiplyAddsPerSecond/real").asDouble()).isPositive();
    assertThat(json.at("/gigaMultiplyAddsPerSecond/modular").asDouble()).isPositive();
  }

  @Test
  void completionKnowsCommandsOptionsAndValues() {
    for (String shell : new String[] {"bash", "zsh"}) {
      Shell.Result result = Shell.run("completion", shell);
      assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(result.out())
          .startsWith("#!/usr/bin/env bash")
          .contains(
              "demo multiply convolve contract evaluate map plan simulate codes doctor completion",
              "'--insecure-seed'",
              "--partition")
          .contains("\"exact\" \"real\"", "\"freivalds\" \"none\"");
    }
    assertThat(Shell.run("completion").out()).isEqualTo(Shell.run("completion", "bash").out());
  }

  @Test
  void everyCommandTakesTheOptionsOfTelling() throws Exception {
    for (String command : new String[] {"codes", "completion zsh"}) {
      String plain = Shell.run(command.split(" ")).out();
      for (String option : new String[] {"--quiet", "-v"}) {
        Shell.Result result = Shell.run((command + " " + option).split(" "));
        assertThat(result.exitCode()).as("%s %s", command, option).isZero();
        assertThat(result.out()).as("%s %s", command, option).isEqualTo(plain);
      }
    }
    assertThat(Shell.run("doctor", "--help").out()).contains("--quiet", "--verbose", "--json");
    JsonNode json = new ObjectMapper().readTree(Shell.run("completion", "zsh", "--json").out());
    assertThat(json.get("shell").asText()).isEqualTo("zsh");
    assertThat(json.get("script").asText()).isEqualTo(Shell.run("completion", "zsh").out());
  }
}
