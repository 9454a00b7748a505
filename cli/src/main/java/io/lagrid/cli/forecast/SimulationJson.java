package io.lagrid.cli.forecast;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lagrid.cli.report.RunJson;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.forecast.ToleranceSweep;
import io.lagrid.engine.statistics.LatencySummary;

/** A simulation as one JSON object. */
public final class SimulationJson {

  private SimulationJson() {}

  /** The object. */
  public static ObjectNode of(Simulation simulation) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    Question question = simulation.question();
    Tolerance tolerance = question.request().requirement().tolerance();
    json.put("operation", question.operation().name());
    json.put("code", simulation.plan().code().parameters().code());
    ObjectNode parameters = json.putObject("parameters");
    simulation.plan().code().parameters().named().forEach(parameters::put);
    json.put("arithmetic", question.request().requirement().exact() ? "exact" : "real");
    json.put("workers", question.request().requirement().workers());
    json.put("recoveryThreshold", simulation.plan().code().parameters().recoveryThreshold());
    json.put("stragglers", tolerance.stragglers());
    json.put("adversaries", tolerance.adversaries());
    json.put("colluders", tolerance.colluders());
    json.put("delay", simulation.modelText());
    json.put("rounds", simulation.draws().rounds());
    json.put("seed", simulation.draws().seed());
    json.put("work", simulation.entrants().get(0).work());
    json.set("roundSeconds", seconds(simulation.summary(0)));
    json.put("busySeconds", simulation.comparison().tracks().get(0).meanBusySeconds());
    ObjectNode baselines = json.putObject("baselines");
    for (int i = 1; i < simulation.entrants().size(); i++) {
      baselines.set(simulation.entrants().get(i).key(), baseline(simulation, i));
    }
    ObjectNode leftOut = json.putObject("leftOut");
    simulation.leftOut().forEach(leftOut::put);
    json.set("tolerance", tolerance(simulation));
    return json;
  }

  private static ObjectNode baseline(Simulation simulation, int index) {
    ObjectNode json = seconds(simulation.summary(index));
    RunJson.real(json, "work", simulation.entrants().get(index).work());
    RunJson.real(json, "tasks", simulation.comparison().tracks().get(index).meanLaunched());
    RunJson.real(
        json, "busySeconds", simulation.comparison().tracks().get(index).meanBusySeconds());
    return json;
  }

  private static ObjectNode seconds(LatencySummary summary) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    RunJson.real(json, "mean", summary.mean());
    RunJson.real(json, "standardError", summary.standardError());
    RunJson.real(json, "p50", summary.p50());
    RunJson.real(json, "p95", summary.p95());
    RunJson.real(json, "p99", summary.p99());
    RunJson.real(json, "max", summary.max());
    return json;
  }

  private static ArrayNode tolerance(Simulation simulation) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (ToleranceSweep.Point point : simulation.sweep()) {
      ObjectNode row = json.addObject();
      row.put("stragglers", point.stragglers());
      row.put("code", point.plan().code().parameters().code());
      row.put("recoveryThreshold", point.plan().code().parameters().recoveryThreshold());
      row.put("work", point.plan().price().work());
      row.put("redundancy", point.plan().price().redundancy());
      row.set("roundSeconds", seconds(point.summary()));
    }
    return json;
  }
}
