package io.lagrid.engine.delay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads the text form of a {@link DelayModel}, from left to right. */
final class DelayParser {

  private static final String FORMS =
      "constant:SECONDS, shiftexp:A,MU, weibull:SHAPE,SCALE, pareto:SHAPE,SCALE,"
          + " bimodal:Q,FAST,SLOW, trace:FILE, hosts:SIZE,Q,FACTOR/MODEL,"
          + " bursts:ONSET,RECOVERY,FACTOR/MODEL, speeds:S1,S2,…/MODEL";

  private final String text;
  private int position;

  private DelayParser(String text) {
    this.text = text;
  }

  static DelayModel parse(String text) throws IOException {
    return new DelayParser(text).model();
  }

  private DelayModel model() throws IOException {
    int start = position;
    int colon = text.indexOf(':', start);
    if (colon < 0) {
      throw illegal(start, "'" + text.substring(start) + "' is no model", FORMS);
    }
    String name = text.substring(start, colon);
    position = colon + 1;
    return switch (name) {
      case "constant" -> last(start, numbers("SECONDS"), n -> new Distribution.Constant(n.get(0)));
      case "shiftexp" ->
          last(
              start, numbers("A,MU"), n -> new Distribution.ShiftedExponential(n.get(0), n.get(1)));
      case "weibull" ->
          last(start, numbers("SHAPE,SCALE"), n -> new Distribution.Weibull(n.get(0), n.get(1)));
      case "pareto" ->
          last(start, numbers("SHAPE,SCALE"), n -> new Distribution.Pareto(n.get(0), n.get(1)));
      case "bimodal" ->
          last(
              start,
              numbers("Q,FAST,SLOW"),
              n -> new Distribution.Bimodal(n.get(0), n.get(1), n.get(2)));
      case "trace" -> Trace.read(Path.of(rest()));
      case "hosts" -> hosts(start);
      case "bursts" -> bursts(start);
      case "speeds" -> speeds(start);
      default -> throw illegal(start, "'" + name + "' is no model", FORMS);
    };
  }

  private DelayModel speeds(int start) throws IOException {
    List<Double> speeds = numbers("");
    DelayModel inner = inner();
    return built(start, () -> new Speeds(speeds, inner));
  }

  private DelayModel hosts(int start) throws IOException {
    int first = position;
    List<Double> numbers = numbers("SIZE,Q,FACTOR");
    double size = numbers.get(0);
    if (size != Math.rint(size) || size < 1 || size > Integer.MAX_VALUE) {
      throw illegal(first, size + " workers per host", "a whole number from 1");
    }
    DelayModel inner = inner();
    return built(start, () -> new SlowHosts((int) size, numbers.get(1), numbers.get(2), inner));
  }

  private DelayModel bursts(int start) throws IOException {
    List<Double> numbers = numbers("ONSET,RECOVERY,FACTOR");
    DelayModel inner = inner();
    return built(start, () -> new Bursts(numbers.get(0), numbers.get(1), numbers.get(2), inner));
  }

  /** A model with nothing after it. */
  private DelayModel last(int start, List<Double> numbers, Made made) {
    DelayModel model = built(start, () -> made.of(numbers));
    if (position < text.length()) {
      throw illegal(
          position, "'" + text.substring(position) + "' follows a whole model", "nothing more");
    }
    return model;
  }

  private interface Made {
    DelayModel of(List<Double> numbers);
  }

  private DelayModel inner() throws IOException {
    if (position == text.length()) {
      throw illegal(position, "the model is missing", "/MODEL, such as /shiftexp:1,2");
    }
    position++;
    return model();
  }

  private String rest() {
    if (position == text.length()) {
      throw illegal(position, "the name of the file is missing", "trace:FILE");
    }
    return text.substring(position);
  }

  /** Numbers up to the next slash or the end; as many as named, or one or more if none are. */
  private List<Double> numbers(String named) {
    int start = position;
    int slash = text.indexOf('/', start);
    String list = text.substring(start, slash < 0 ? text.length() : slash);
    List<Double> numbers = new ArrayList<>();
    for (String part : list.split(",", -1)) {
      numbers.add(number(part));
      position += part.length() + 1;
    }
    position = start + list.length();
    int wanted = named.isEmpty() ? numbers.size() : named.split(",").length;
    if (numbers.size() != wanted) {
      throw illegal(start, numbers.size() == 1 ? "1 number" : numbers.size() + " numbers", named);
    }
    return numbers;
  }

  private double number(String part) {
    try {
      double value = Double.parseDouble(part);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw illegal(position, "'" + part + "' is no number", "a decimal number, such as 1.5");
  }

  private DelayModel built(int start, Supplier<DelayModel> model) {
    try {
      return model.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "delay model '%s' at character %d: %s".formatted(text, start + 1, e.getMessage()), e);
    }
  }

  private IllegalArgumentException illegal(int at, String what, String legal) {
    return new IllegalArgumentException(
        "delay model '%s' at character %d: %s; legal: %s".formatted(text, at + 1, what, legal));
  }
}
