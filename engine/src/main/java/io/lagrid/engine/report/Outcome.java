package io.lagrid.engine.report;

import java.util.function.Function;

/**
 * How a computation ended, for callers who would rather branch than catch.
 *
 * @param <T> the kind of result
 */
public sealed interface Outcome<T> {

  /** The story of the run. */
  RunReport report();

  /**
   * The result.
   *
   * @throws ComputationFailedException if there is none
   */
  Result<T> orThrow();

  /** This outcome with its value, if any, replaced. */
  <U> Outcome<U> map(Function<? super T, ? extends U> function);

  /** This outcome with another report. */
  Outcome<T> told(RunReport report);

  /** The answers gave the result. */
  record Succeeded<T>(T value, RunReport report) implements Outcome<T> {
    @Override
    public Result<T> orThrow() {
      return new Result<>(value, report);
    }

    @Override
    public <U> Outcome<U> map(Function<? super T, ? extends U> function) {
      return new Succeeded<>(function.apply(value), report);
    }

    @Override
    public Outcome<T> told(RunReport other) {
      return new Succeeded<>(value, other);
    }
  }

  /** The answers could not give the result. */
  record Failed<T>(Failure failure, RunReport report) implements Outcome<T> {
    @Override
    public Result<T> orThrow() {
      throw new ComputationFailedException(failure, report);
    }

    @Override
    public <U> Outcome<U> map(Function<? super T, ? extends U> function) {
      return new Failed<>(failure, report);
    }

    @Override
    public Outcome<T> told(RunReport other) {
      return new Failed<>(failure, other);
    }
  }
}
