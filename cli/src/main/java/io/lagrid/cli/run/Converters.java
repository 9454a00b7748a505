package io.lagrid.cli.run;

import io.lagrid.codes.Partition;
import io.lagrid.engine.Settings.ArithmeticChoice;
import io.lagrid.engine.Settings.Verification;
import io.lagrid.engine.cluster.fault.FaultSpec;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** From what users write to what the engine takes; messages say what is legal. */
public final class Converters {

  private Converters() {}

  /** {@code exact} or {@code real}. */
  static final class OfArithmetic implements ITypeConverter<ArithmeticChoice> {

    /** What completion offers. */
    static final class Candidates extends Words {
      Candidates() {
        super(List.of("exact", "real"));
      }
    }

    @Override
    public ArithmeticChoice convert(String text) {
      return switch (text) {
        case "exact" -> ArithmeticChoice.EXACT;
        case "real" -> ArithmeticChoice.REAL;
        default -> throw illegal(text, "exact, real");
      };
    }
  }

  /** {@code freivalds} or {@code none}. */
  static final class OfVerification implements ITypeConverter<Verification> {

    /** What completion offers. */
    static final class Candidates extends Words {
      Candidates() {
        super(List.of("freivalds", "none"));
      }
    }

    @Override
    public Verification convert(String text) {
      return switch (text) {
        case "freivalds" -> Verification.FREIVALDS;
        case "none" -> Verification.NONE;
        default -> throw illegal(text, "freivalds, none");
      };
    }
  }

  /** {@code PxMxN}. */
  static final class OfPartition implements ITypeConverter<Partition> {
    @Override
    public Partition convert(String text) {
      try {
        return Partition.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** Comma-separated faults. */
  static final class OfFaults implements ITypeConverter<FaultSpec> {
    @Override
    public FaultSpec convert(String text) {
      try {
        return FaultSpec.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** A positive decimal number with unit ms, s, m or h. */
  public static final class OfDuration implements ITypeConverter<Duration> {

    private static final Pattern SYNTAX = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)");

    @Override
    public Duration convert(String text) {
      Matcher matcher = SYNTAX.matcher(text);
      if (!matcher.matches()) {
        throw illegal(text, "a number and ms, s, m or h, such as 500ms or 1.5m");
      }
      long unit =
          switch (matcher.group(2)) {
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            default -> 3_600_000_000_000L;
          };
      BigDecimal nanos = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
      BigDecimal[] seconds = nanos.divideAndRemainder(BigDecimal.valueOf(1_000_000_000L));
      Duration duration = Duration.ofSeconds(seconds[0].longValue(), seconds[1].longValue());
      if (duration.isZero()) {
        throw illegal(text, "durations above zero, such as 500ms");
      }
      return duration;
    }
  }

  private static TypeConversionException illegal(String text, String legal) {
    return new TypeConversionException("'" + text + "'; legal are " + legal);
  }

  /** A fixed list of words. */
  abstract static class Words implements Iterable<String> {
    private final List<String> words;

    Words(List<String> words) {
      this.words = words;
    }

    @Override
    public Iterator<String> iterator() {
      return words.iterator();
    }
  }
}
