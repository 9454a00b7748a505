package io.lagrid.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON as {@code --json} prints it: one object on one line. */
public final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** The object on one line. */
  public static String line(JsonNode json) {
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("trees can always be written", e);
    }
  }

  /** What a command that failed prints. */
  public static String failure(String message, int exitCode) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    fail(json, message, exitCode);
    return line(json);
  }

  /**
   * Adds that the command failed.
   *
   * @param json modified
   */
  public static void fail(ObjectNode json, String message, int exitCode) {
    json.put("error", message).put("exitCode", exitCode);
  }
}
