package io.lagrid.engine.cluster.fault;

import io.lagrid.engine.cluster.fault.FaultSpec.Entry;
import io.lagrid.engine.cluster.fault.FaultSpec.Who;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the text form of a {@link FaultSpec}. */
final class FaultParser {

  private static final String NUMBER = "\\d{1,9}";
  private static final Pattern ENTRY = Pattern.compile("([^:@]*):([^:@]*)(?:@([^:@]*))?");
  private static final Pattern WHO = Pattern.compile("(worker)?(" + NUMBER + ")");
  private static final Pattern DELAY =
      Pattern.compile("(" + NUMBER + "(?:\\.\\d{1,9})?)(ms|s|m|h)");
  private static final Pattern CRASH = Pattern.compile("(" + NUMBER + ")(?:\\+(" + NUMBER + "))?");
  private static final String FORMS = "slow:WHO@DELAY, crash:WHO[@AFTER[+ROUNDS]], lie:WHO[@WAY]";

  private final String text;
  private final int position;

  private FaultParser(String text, int position) {
    this.text = text;
    this.position = position;
  }

  static FaultSpec parse(String text) {
    if (text.strip().equals("none")) {
      return FaultSpec.none();
    }
    List<Entry> entries = new ArrayList<>();
    int position = 1;
    for (String part : text.split(",", -1)) {
      entries.add(new FaultParser(part.strip(), position).entry());
      position += part.length() + 1;
    }
    try {
      return new FaultSpec(entries);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + text + "': " + e.getMessage(), e);
    }
  }

  private Entry entry() {
    Matcher matcher = ENTRY.matcher(text);
    if (!matcher.matches()) {
      throw illegal("is no fault", FORMS);
    }
    Who who = who(matcher.group(2));
    String detail = matcher.group(3);
    return new Entry(
        who,
        switch (matcher.group(1)) {
          case "slow" -> slow(detail);
          case "crash" -> crash(detail);
          case "lie" -> lie(detail);
          default -> throw illegal("'" + matcher.group(1) + "' is no fault", FORMS);
        });
  }

  private Who who(String value) {
    String legal = "a number of workers from 1, or worker and a number from 0, such as worker5";
    Matcher matcher = WHO.matcher(value);
    if (!matcher.matches()) {
      throw illegal("'" + value + "' names no workers", legal);
    }
    int number = Integer.parseInt(matcher.group(2));
    if (matcher.group(1) != null) {
      return new Who.Named(number);
    }
    if (number == 0) {
      throw illegal("0 workers", legal);
    }
    return new Who.Some(number);
  }

  private Fault slow(@Nullable String delay) {
    String legal =
        "0s to %ds, in ms, s, m or h, such as 250ms or 1.5s"
            .formatted(Fault.Slow.LONGEST.toSeconds());
    if (delay == null) {
      throw illegal("the delay is missing", "slow:WHO@DELAY, DELAY " + legal);
    }
    Matcher matcher = DELAY.matcher(delay);
    if (!matcher.matches()) {
      throw illegal("'" + delay + "' is no delay", legal);
    }
    BigDecimal unit =
        switch (matcher.group(2)) {
          case "ms" -> BigDecimal.valueOf(1_000_000L);
          case "s" -> BigDecimal.valueOf(1_000_000_000L);
          case "m" -> BigDecimal.valueOf(60_000_000_000L);
          default -> BigDecimal.valueOf(3_600_000_000_000L);
        };
    BigDecimal nanos =
        new BigDecimal(matcher.group(1)).multiply(unit).setScale(0, RoundingMode.HALF_UP);
    if (nanos.compareTo(BigDecimal.valueOf(Fault.Slow.LONGEST.toNanos())) > 0) {
      throw illegal("the delay " + delay + " is too long", legal);
    }
    return new Fault.Slow(Duration.ofNanos(nanos.longValueExact()));
  }

  private Fault crash(@Nullable String when) {
    if (when == null) {
      return Fault.crash();
    }
    Matcher matcher = CRASH.matcher(when);
    if (!matcher.matches() || "0".equals(matcher.group(2))) {
      throw illegal(
          "'" + when + "' is no crash",
          "AFTER rounds, or AFTER+ROUNDS to come back after 1 or more rounds, such as 3 or 3+2");
    }
    int rounds =
        matcher.group(2) == null ? Fault.Crash.FOR_GOOD : Integer.parseInt(matcher.group(2));
    return new Fault.Crash(Integer.parseInt(matcher.group(1)), rounds);
  }

  private Fault lie(@Nullable String name) {
    if (name == null) {
      return Fault.lie(Fault.Way.NOISE);
    }
    for (Fault.Way way : Fault.Way.values()) {
      if (way.toString().equals(name)) {
        return Fault.lie(way);
      }
    }
    throw illegal(
        "'" + name + "' is no way to lie",
        Arrays.stream(Fault.Way.values())
            .map(Fault.Way::toString)
            .collect(Collectors.joining(", ")));
  }

  private IllegalArgumentException illegal(String what, String legal) {
    return new IllegalArgumentException(
        "fault '%s' at character %d: %s; legal: %s".formatted(text, position, what, legal));
  }
}
