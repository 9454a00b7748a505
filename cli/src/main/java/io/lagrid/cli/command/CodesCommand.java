package io.lagrid.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lagrid.cli.run.Json;
import io.lagrid.cli.run.OutputOptions;
import io.lagrid.cli.run.Terminal;
import io.lagrid.codes.CodeDescription;
import io.lagrid.codes.CodeFamily;
import io.lagrid.codes.catalog.CodeCatalog;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lagrid codes}: one line per code. */
@Command(
    name = "codes",
    description = "List the codes: name, what for, threshold, paper.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class CodesCommand implements Runnable {

  private final Terminal terminal;

  @Mixin private OutputOptions.Telling telling = new OutputOptions.Telling();

  CodesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    telling.apply();
    List<CodeDescription> codes =
        CodeCatalog.standard().families().stream().map(CodeFamily::description).toList();
    if (telling.json()) {
      terminal.out().println(Json.line(object(codes)));
      return;
    }
    String format =
        "%-"
            + width(codes, CodeDescription::name)
            + "s  %-"
            + width(codes, CodeDescription::purpose)
            + "s  %-"
            + width(codes, CodeDescription::threshold)
            + "s  %s";
    for (CodeDescription code : codes) {
      terminal
          .out()
          .println(format.formatted(code.name(), code.purpose(), code.threshold(), code.paper()));
    }
  }

  private static int width(List<CodeDescription> codes, Function<CodeDescription, String> column) {
    return Math.max(1, codes.stream().map(column).mapToInt(String::length).max().orElse(1));
  }

  private static ObjectNode object(List<CodeDescription> codes) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode rows = json.putArray("codes");
    for (CodeDescription code : codes) {
      rows.addObject()
          .put("code", code.name())
          .put("purpose", code.purpose())
          .put("recoveryThreshold", code.threshold())
          .put("paper", code.paper());
    }
    return json;
  }
}
