package io.lagrid.cli.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.run.DelayText;
import io.lagrid.engine.cluster.sim.Network;
import io.lagrid.engine.forecast.WorkerProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Workers in a file: one JSON object as {@code lagrid doctor --profile} writes it,
 *
 * <pre>{"gigaMultiplyAddsPerSecond":5.0,"slowness":"shiftexp:1,20","latencySeconds":0.001,
 * "bytesPerSecond":1.25e8}</pre>
 *
 * <p>of which all but the first are optional; or any number of objects that runs have printed with
 * {@code --json}, whose tasks are then measured.
 */
public final class ProfileFile {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String SPEED = "gigaMultiplyAddsPerSecond";

  private ProfileFile() {}

  /**
   * Reads a file.
   *
   * @throws BadInputException if it cannot be read, or says nothing of workers
   */
  public static WorkerProfile read(Path file) {
    try (MappingIterator<JsonNode> objects =
        MAPPER.readerFor(JsonNode.class).readValues(Files.readString(file))) {
      List<JsonNode> all = objects.readAll();
      if (all.size() == 1 && all.get(0).path(SPEED).isNumber()) {
        return profile(file, all.get(0));
      }
      return learned(file, all);
    } catch (NoSuchFileException e) {
      throw new BadInputException(file + ": no such file");
    } catch (JsonProcessingException e) {
      throw new BadInputException("%s: no JSON: %s".formatted(file, e.getOriginalMessage()));
    } catch (IOException e) {
      throw new BadInputException("%s: cannot be read: %s".formatted(file, e.getMessage()));
    }
  }

  private static WorkerProfile profile(Path file, JsonNode json) {
    WorkerProfile typical = WorkerProfile.TYPICAL;
    try {
      Network network =
          new Network(
              json.path("latencySeconds").asDouble(typical.network().latencySeconds()),
              json.path("bytesPerSecond").asDouble(typical.network().bytesPerSecond()));
      WorkerProfile profile =
          typical
              .withNetwork(network)
              .withSecondsPerMultiplyAdd(1e-9 / json.path(SPEED).asDouble());
      String slowness = json.path("slowness").asText("");
      return slowness.isEmpty() ? profile : profile.withSlowness(DelayText.parse(slowness));
    } catch (IllegalArgumentException e) {
      throw new BadInputException("%s: %s".formatted(file, e.getMessage()));
    }
  }

  private static WorkerProfile learned(Path file, List<JsonNode> runs) {
    List<Double> times = new ArrayList<>();
    double fastest = 0;
    for (JsonNode run : runs) {
      double work = run.path("workMultiplyAdds").asDouble();
      for (JsonNode worker : run.path("timeline")) {
        double seconds = worker.path("compute").asDouble();
        if (seconds > 0 && work > 0) {
          times.add(seconds / work);
        }
      }
      fastest = Math.max(fastest, bytesPerSecond(run));
    }
    if (times.isEmpty()) {
      throw new BadInputException(
          "%s: neither a profile with \"%s\" nor runs with \"workMultiplyAdds\" and \"timeline\""
              .formatted(file, SPEED));
    }
    Network links = fastest > 0 ? new Network(0, fastest) : WorkerProfile.TYPICAL.network();
    return new TaskTimes(times.stream().mapToDouble(Double::doubleValue).toArray()).profile(links);
  }

  /**
   * What the run's fastest link moved a second, latency included: a worker's part of all bytes over
   * the least time that an answer spent on anything but computing. 0 if it does not say.
   */
  private static double bytesPerSecond(JsonNode run) {
    double bytes = run.at("/bytes/up").asDouble() + run.at("/bytes/down").asDouble();
    double least = Double.POSITIVE_INFINITY;
    for (JsonNode worker : run.path("timeline")) {
      double beside = worker.path("arrival").asDouble() - worker.path("compute").asDouble();
      least = worker.path("compute").asDouble() > 0 && beside > 0 ? Math.min(least, beside) : least;
    }
    return bytes / Math.max(1, run.path("timeline").size()) / least;
  }

  /** What {@code lagrid doctor --profile} writes of this machine, whose workers are threads. */
  public static ObjectNode of(TaskTimes times, Network links) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put(SPEED, 1e-9 / times.secondsPerMultiplyAdd());
    json.put("slowness", "shiftexp:1," + times.slowness().rate());
    json.put("latencySeconds", links.latencySeconds());
    json.put("bytesPerSecond", links.bytesPerSecond());
    json.put("tasks", times.count());
    return json;
  }
}
