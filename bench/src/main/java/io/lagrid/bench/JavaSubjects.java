package io.lagrid.bench;

import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks of this module, named after the cases they time. */
record JavaSubjects(String include) {

  /**
   * Runs them once, each in a JVM of its own.
   *
   * @param timings modified: the fastest call of each
   */
  void run(boolean quick, Timings timings) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(include)
            .verbosity(VerboseMode.SILENT)
            .warmupIterations(quick ? 2 : 3)
            .measurementIterations(quick ? 1 : 3)
            .measurementTime(TimeValue.milliseconds(quick ? 500 : 1000))
            .shouldFailOnError(true)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    for (RunResult result : results) {
      BenchmarkParams parameters = result.getParams();
      timings.add(name(parameters), subject(parameters), fastest(result));
    }
  }

  private static String type(BenchmarkParams parameters) {
    String method = parameters.getBenchmark();
    String type = method.substring(0, method.lastIndexOf('.'));
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static String method(BenchmarkParams parameters) {
    return parameters.getBenchmark().substring(parameters.getBenchmark().lastIndexOf('.') + 1);
  }

  private static String name(BenchmarkParams parameters) {
    return switch (type(parameters)) {
      case "ProductBenchmark" ->
          "product/%s/%s".formatted(parameters.getParam("field"), parameters.getParam("n"));
      case "JavaPeerBenchmark" -> "product/real/" + parameters.getParam("n");
      case "CombineBenchmark" -> "combine/" + parameters.getParam("shape");
      case "NarrowBenchmark" -> "narrow/" + parameters.getParam("columns");
      case "ResidueBenchmark" -> "residues/" + parameters.getParam("primes");
      case "TransformBenchmark" -> "transform/" + parameters.getParam("n");
      case "TransferBenchmark" ->
          "transfer/%s/%s".formatted(parameters.getParam("shape"), parameters.getParam("entries"));
      case "RoundBenchmark" -> "round/" + parameters.getParam("arithmetic");
      default -> throw new IllegalArgumentException(parameters.getBenchmark() + " has no case");
    };
  }

  private static String subject(BenchmarkParams parameters) {
    return switch (type(parameters)) {
      case "ProductBenchmark", "TransformBenchmark" -> parameters.getParam("subject");
      case "CombineBenchmark", "NarrowBenchmark" ->
          parameters.getParam("subject") + " " + parameters.getParam("field");
      default -> method(parameters);
    };
  }

  /** Processor time where the benchmark takes it, else wall time. */
  private static double fastest(RunResult result) {
    DoubleSummaryStatistics seconds = new DoubleSummaryStatistics();
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        Result<?> processor = iteration.getSecondaryResults().get("seconds");
        if (processor == null) {
          Result<?> wall = iteration.getPrimaryResult();
          seconds.accept(wall.getStatistics().getMin() * 1e-3);
        } else {
          seconds.accept(processor.getScore());
        }
      }
    }
    return seconds.getMin();
  }
}
