package io.lagrid.cli.forecast;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lagrid.cli.report.Hiding;
import io.lagrid.cli.report.RunJson;
import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.decode.ResponderSurvey;
import io.lagrid.engine.forecast.BestRedundancy;
import io.lagrid.engine.plan.PlanSizes;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.report.Price;

/** All plans as one JSON object: usable ones first, the fastest first; then the refused codes. */
public final class PlanningJson {

  private PlanningJson() {}

  /** The object. */
  public static ObjectNode of(Planning planning) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    Requirement requirement = planning.question().request().requirement();
    json.put("operation", planning.question().operation().name());
    json.put("arithmetic", requirement.exact() ? "exact" : "real");
    json.put("workers", requirement.workers());
    json.put("stragglers", requirement.tolerance().stragglers());
    json.put("adversaries", requirement.tolerance().adversaries());
    json.put("colluders", requirement.tolerance().colluders());
    planning.advice().ifPresent(advice -> json.put("advice", advice.sentence()));
    planning.best().ifPresent(best -> json.set("fastest", fastest(best)));
    ArrayNode plans = json.putArray("plans");
    double noise = planning.question().asked().maskingNoise();
    planning.rows().forEach(row -> usable(plans.addObject(), row, noise));
    planning.refused().forEach(refused -> refused(plans.addObject(), refused));
    return json;
  }

  private static ObjectNode fastest(BestRedundancy best) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("stragglers", best.stragglers());
    json.put("code", best.plan().code().parameters().code());
    RunJson.real(json, "expectedSeconds", best.forecast().expectedSeconds());
    ObjectNode rounds = json.putObject("roundSeconds");
    best.roundSeconds().forEach((name, seconds) -> RunJson.real(rounds, name, seconds));
    ObjectNode leftOut = json.putObject("leftOut");
    best.leftOut().forEach(leftOut::put);
    return json;
  }

  private static void usable(ObjectNode json, Planning.Row row, double noise) {
    Price price = row.plan().price();
    PlanSizes sizes = row.plan().sizes();
    CodeParameters code = row.plan().code().parameters();
    json.put("code", code.code());
    ObjectNode parameters = json.putObject("parameters");
    code.named().forEach(parameters::put);
    json.put("recoveryThreshold", code.recoveryThreshold());
    json.put("answers", row.plan().answers());
    json.put("storage", price.storage());
    json.put("storageBytes", row.plan().bytesPerWorker());
    json.put("upload", price.upload());
    json.put("uploadBytes", Math.round(code.workers() * sizes.shareBytes()));
    json.put("download", price.download());
    json.put("downloadBytes", Math.round(row.plan().answers() * sizes.answerBytes()));
    json.put("work", price.work());
    json.put("workMultiplyAdds", sizes.workerMultiplyAdds());
    json.put("redundancy", price.redundancy());
    precision(json, row, noise);
    RunJson.real(json, "expectedSeconds", row.forecast().expectedSeconds());
    RunJson.real(json, "p99Seconds", row.forecast().p99Seconds());
    json.put("pareto", row.pareto());
    json.put("chosen", row.chosen());
    json.put("applicable", true);
    json.putNull("reason");
  }

  private static void precision(ObjectNode json, Planning.Row row, double noise) {
    CodeParameters code = row.plan().code().parameters();
    RunJson.real(json, "errorBound", row.precision().errorBound());
    if (Double.isFinite(row.precision().relativeError())) {
      json.put("relativeError", row.precision().relativeError());
    }
    ObjectNode precision = json.putObject("precision");
    survey(precision, "errorBound", row.precision().bounds());
    survey(precision, "relativeError", row.precision().estimates());
    row.conditionNumbers().ifPresent(found -> survey(precision, "conditionNumber", found));
    if (code.colluders() > 0) {
      json.put("leakageBits", Hiding.bits(code, noise).orElse(0.0));
    } else {
      json.putNull("leakageBits");
    }
  }

  /** A figure by who answers. */
  private static void survey(ObjectNode json, String name, ResponderSurvey found) {
    if (Double.isFinite(found.typical())) {
      ObjectNode figure = json.putObject(name);
      RunJson.real(figure, "worst", found.worst());
      RunJson.real(figure, "typical", found.typical());
    }
  }

  private static void refused(ObjectNode json, PlanTable.Refused refused) {
    json.put("code", refused.code());
    json.putObject("parameters");
    for (String name :
        new String[] {
          "recoveryThreshold",
          "storage",
          "upload",
          "download",
          "work",
          "errorBound",
          "leakageBits",
          "expectedSeconds"
        }) {
      json.putNull(name);
    }
    json.put("applicable", false);
    json.put("reason", refused.reason());
  }
}
