package io.lagrid.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lagrid.codes.real.Conditioning;
import io.lagrid.engine.cluster.Measure;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.Price;
import io.lagrid.engine.report.RunReport;
import io.lagrid.engine.report.StoredOperand;
import io.lagrid.engine.report.WorkerTimeline;
import java.util.List;
import java.util.Locale;

/** A run as one JSON object, with the field names of the command line's contract. */
public final class RunJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RunJson() {}

  /** The object of a run, without its output. */
  public static ObjectNode of(RunReport run) {
    ObjectNode json = NODES.objectNode();
    json.put("operation", run.operation().name());
    json.put("code", run.code().code());
    ObjectNode parameters = json.putObject("parameters");
    run.code().named().forEach(parameters::put);
    json.put("arithmetic", run.arithmetic().exact() ? "exact" : "real");
    json.set("primes", numbers(run.arithmetic().primes()));
    json.putObject("bits")
        .put("left", run.arithmetic().leftBits())
        .put("right", run.arithmetic().rightBits());
    json.put("workers", run.code().workers());
    json.put("recoveryThreshold", run.code().recoveryThreshold());
    json.put("stragglers", run.tolerance().stragglers());
    json.put("adversaries", run.tolerance().adversaries());
    json.put("colluders", run.tolerance().colluders());
    for (Fate fate : Fate.values()) {
      json.set(Timeline.word(fate), numbers(run.workersThat(fate)));
    }
    real(json, "errorBound", run.errorBound());
    Precision.of(run).ifPresent(found -> conditioning(json, found));
    json.set("seconds", seconds(run.seconds()));
    json.putObject("bytes").put("up", run.traffic().up()).put("down", run.traffic().down());
    json.set("price", price(run.price()));
    if (!run.stored().isEmpty()) {
      json.set("stored", stored(run.stored()));
    }
    real(json, "workMultiplyAdds", run.workMultiplyAdds());
    json.set("timeline", timeline(run.workers()));
    return json;
  }

  private static void conditioning(ObjectNode json, Conditioning found) {
    real(json, "conditionNumber", found.conditionNumber());
    real(json, "amplification", found.amplification());
  }

  private static ObjectNode seconds(RunReport.StageSeconds seconds) {
    ObjectNode json = NODES.objectNode();
    real(json, "plan", seconds.plan());
    real(json, "encode", seconds.encode());
    real(json, "wait", seconds.await());
    real(json, "verify", seconds.verify());
    real(json, "decode", seconds.decode());
    real(json, "total", seconds.total());
    return json;
  }

  private static ObjectNode price(Price price) {
    ObjectNode json = NODES.objectNode();
    real(json, "storage", price.storage());
    real(json, "upload", price.upload());
    real(json, "download", price.download());
    real(json, "work", price.work());
    real(json, "redundancy", price.redundancy());
    return json;
  }

  private static ObjectNode stored(List<StoredOperand> operands) {
    ObjectNode json = NODES.objectNode();
    for (StoredOperand operand : operands) {
      json.putObject(operand.name())
          .put("sparse", operand.sparse())
          .put("entries", operand.entries())
          .put("sharedEntries", operand.sharedEntries())
          .put("largestShare", operand.largestShare())
          .put("note", operand.note());
    }
    return json;
  }

  private static ArrayNode timeline(List<WorkerTimeline> workers) {
    ArrayNode json = NODES.arrayNode();
    for (WorkerTimeline worker : workers) {
      ObjectNode row = json.addObject();
      row.put("worker", worker.worker()).put("fate", Timeline.word(worker.fate()));
      real(row, "arrival", worker.arrival());
      real(row, "compute", worker.compute());
      row.put("note", worker.note()).put("place", worker.place());
      if (!worker.measured().isEmpty()) {
        row.set("measured", measured(worker.measured()));
      }
    }
    return json;
  }

  private static ArrayNode measured(List<Measure> measures) {
    ArrayNode json = NODES.arrayNode();
    for (Measure measure : measures) {
      ObjectNode one = json.addObject().put("name", measure.name());
      one.put("unit", measure.unit().name().toLowerCase(Locale.ROOT));
      switch (measure.unit()) {
        case COUNT, BYTES -> one.put("value", (long) measure.value());
        case SECONDS -> one.put("value", measure.value());
      }
    }
    return json;
  }

  private static ArrayNode numbers(List<Integer> numbers) {
    ArrayNode json = NODES.arrayNode();
    numbers.forEach(json::add);
    return json;
  }

  /**
   * Adds a number. JSON has no NaN or infinity: they become null.
   *
   * @param json modified
   */
  public static void real(ObjectNode json, String name, double value) {
    if (Double.isFinite(value)) {
      json.put(name, value);
    } else {
      json.putNull(name);
    }
  }
}
