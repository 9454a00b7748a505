package io.lagrid.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.lagrid.cli.run.ExitCode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Help goes to standard output; bad usage is one line on standard error and exit code 2. */
final class UsageTest {

  @Test
  void helpListsTheCommands() {
    Shell.Result result = Shell.run("--help");
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .startsWith("Usage: lagrid [-hV] COMMAND")
        .contains(
            "\n  demo ",
            "\n  multiply ",
            "\n  convolve ",
            "\n  evaluate ",
            "\n  map ",
            "\n  plan ",
            "\n  simulate ",
            "\n  codes ",
            "\n  doctor ",
            "\n  completion ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "multiply",
        "convolve",
        "contract",
        "evaluate",
        "map",
        "plan",
        "simulate",
        "codes",
        "doctor",
        "completion"
      })
  void everyCommandHasHelp(String command) {
    Shell.Result result = Shell.run(command, "--help");
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).startsWith("Usage: lagrid " + command + " ");
  }

  @Test
  void multiplyHasEveryCommonOption() {
    assertThat(Shell.run("multiply", "--help").out())
        .contains(
            "--workers=N", "--stragglers=S", "--adversaries=A", "--colluders=T", "--code=NAME")
        .contains("--partition=PxMxN", "--arithmetic=exact|real", "--bits=L")
        .contains("--verify=freivalds|none", "--cluster=URI", "--inject=SPEC", "--timeout=D")
        .contains("--seed=K", "--insecure-seed", "--report=FILE.html", "--json", "--quiet")
        .contains("--verbose", "-o, --output=FILE", "A·B");
  }

  @Test
  void versionNamesItselfAndTheJdk() {
    Shell.Result result = Shell.run("--version");
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).isEqualTo("lagrid development\nJDK " + Runtime.version() + "\n");
  }

  static Stream<Arguments> bad() {
    String multiply = " (see lagrid multiply --help)\n";
    return Stream.of(
        arguments(
            "",
            "a command is missing; legal are demo, multiply, convolve, contract, evaluate, map, plan,"
                + " simulate, codes, doctor, completion"
                + " (see lagrid --help)\n"),
        arguments(
            "mutliply", "unknown command 'mutliply'; did you mean multiply? (see lagrid --help)\n"),
        arguments(
            "multiply a b -o c --worker 3",
            "unknown option '--worker'; did you mean --workers?" + multiply),
        arguments("multiply a b c -o d", "unknown argument 'c'" + multiply),
        arguments("multiply a -o c", "Missing required parameter: 'B'" + multiply),
        arguments("multiply a b", "Missing required option: '--output=FILE'" + multiply),
        arguments(
            "multiply a b -o c --workers many",
            "Invalid value for option '--workers': 'many' is not an int" + multiply),
        arguments(
            "multiply a b -o c --partition 2x2",
            "Invalid value for option '--partition': partition '2x2' is not of the form PxMxN, such"
                + " as 1x3x3"
                + multiply),
        arguments(
            "multiply a b -o c --arithmetic approximate",
            "Invalid value for option '--arithmetic': 'approximate'; legal are exact, real"
                + multiply),
        arguments(
            "multiply a b -o c --verify twice",
            "Invalid value for option '--verify': 'twice'; legal are freivalds, none" + multiply),
        arguments(
            "multiply a b -o c --timeout soon",
            "Invalid value for option '--timeout': 'soon'; legal are a number and ms, s, m or h,"
                + " such as 500ms or 1.5m"
                + multiply),
        arguments(
            "multiply a b -o c --timeout 0s",
            "Invalid value for option '--timeout': '0s'; legal are durations above zero, such as"
                + " 500ms"
                + multiply),
        arguments(
            "multiply a b -o c --inject sleepy:3",
            "Invalid value for option '--inject': fault 'sleepy:3' at character 1: 'sleepy' is no"
                + " fault; legal: slow:WHO@DELAY, crash:WHO[@AFTER[+ROUNDS]], lie:WHO[@WAY]"
                + multiply),
        arguments("codes extra", "unknown argument 'extra' (see lagrid codes --help)\n"),
        arguments(
            "completion fish",
            "there is no completion for 'fish'; legal are bash, zsh (see lagrid completion"
                + " --help)\n"));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void badUsageIsOneLine(String line, String message) {
    Shell.Result result = Shell.run(line.isEmpty() ? new String[0] : line.split(" "));
    assertThat(result.err()).isEqualTo("lagrid: " + message);
    assertThat(result.out()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void withJsonAFailureIsAnObjectToo() {
    Shell.Result result = Shell.run("multiply", "--json", "a.npy");
    assertThat(result.out())
        .isEqualTo(
            "{\"error\":\"Missing required options and parameters: '--output=FILE', 'B' (see lagrid"
                + " multiply --help)\",\"exitCode\":2}\n");
  }
}
