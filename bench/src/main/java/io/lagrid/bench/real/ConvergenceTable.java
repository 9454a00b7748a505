package io.lagrid.bench.real;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.interpolation.BerrutCurve;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Projection;
import io.lagrid.codes.approximate.ApproximateDecoder;
import io.lagrid.codes.approximate.CurveCode;
import io.lagrid.codes.approximate.CurveParameters;
import io.lagrid.codes.approximate.CurveScheme;
import io.lagrid.codes.approximate.EstimateWanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The mean squared error of estimates of x·sin x at equally spaced numbers from −2 to 2, for
 * growing numbers of workers: with nobody missing, with stragglers, and with noise in the answers
 * too.
 *
 * <p>Argument: the file for the table, in Markdown.
 */
public final class ConvergenceTable {

  private static final int[] WORKERS = {40, 80, 160, 320, 640, 1280};
  private static final int BLOCKS = 8;
  private static final int STRAGGLERS = 5;
  private static final int DRAWS = 40;
  private static final double NOISE = 0.1;
  private static final long SEED = 1;

  private ConvergenceTable() {}

  /** Which rounds a column is about. */
  private record Column(String title, CurveScheme scheme, int stragglers, double noise) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("Berrut", CurveScheme.BERRUT, STRAGGLERS, 0),
          new Column("spline, λ = 0", CurveScheme.SPLINE, STRAGGLERS, 0),
          new Column("Berrut, nobody missing", CurveScheme.BERRUT, 0, 0),
          new Column("spline, nobody missing", CurveScheme.SPLINE, 0, 0),
          new Column("Berrut, noise 0.1", CurveScheme.BERRUT, STRAGGLERS, NOISE),
          new Column("spline, noise 0.1, λ chosen", CurveScheme.SPLINE, STRAGGLERS, NOISE));

  /** Writes it. */
  public static void main(String[] arguments) throws IOException {
    StringBuilder table = new StringBuilder("| N | Berrut, full weights |");
    COLUMNS.forEach(column -> table.append(' ').append(column.title()).append(" |"));
    table.append("\n").append("| --- ".repeat(2 + COLUMNS.size())).append("|\n");
    for (int workers : WORKERS) {
      table.append("| ").append(workers);
      table.append(String.format(Locale.ROOT, " | %.1e", withFullWeights(workers)));
      for (Column column : COLUMNS) {
        table.append(String.format(Locale.ROOT, " | %.1e", error(column, workers)));
      }
      table.append(" |\n");
    }
    Files.writeString(Path.of(arguments[0]), table);
  }

  private static double error(Column column, int workers) {
    Randomness random = Randomness.insecure(SEED);
    CurveCode code = code(column.scheme(), workers);
    double sum = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] answers = answers(code, column.noise(), random);
      EstimateWanted wanted = EstimateWanted.from(workers);
      ApproximateDecoder decoder =
          code.newDecoder(column.noise() == 0 ? wanted.smoothing(0) : wanted);
      for (int worker : responders(workers, column.stragglers(), random)) {
        decoder.offer(worker, new Projection(List.of(new double[] {answers[worker]})));
      }
      Decoding.Decodable decodable = (Decoding.Decodable) decoder.outcome();
      sum += squaredError(decodable.used(), decodable.coefficients().get(0), answers);
    }
    return sum / DRAWS;
  }

  /** The error, with stragglers, of decoding by Berrut's first interpolant. */
  private static double withFullWeights(int workers) {
    Randomness random = Randomness.insecure(SEED);
    CurveCode code = code(CurveScheme.BERRUT, workers);
    double[] points = code.workerPoints();
    double[] answers = answers(code, 0, random);
    double sum = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      List<Integer> used = responders(workers, STRAGGLERS, random);
      double[] nodes = used.stream().mapToDouble(worker -> points[worker]).toArray();
      Matrix estimator = BerrutCurve.first().coefficients(nodes, code.dataPoints());
      sum += squaredError(used, estimator, answers);
    }
    return sum / DRAWS;
  }

  private static CurveCode code(CurveScheme scheme, int workers) {
    return new CurveCode(new CurveParameters(scheme, workers, BLOCKS, 0));
  }

  private static double number(int k) {
    return -2 + 4.0 * k / (BLOCKS - 1);
  }

  private static double function(double x) {
    return x * Math.sin(x);
  }

  private static double[] answers(CurveCode code, double noise, Randomness random) {
    Matrix shares = code.encoding(0, RealField.instance()).coefficients();
    double[] answers = new double[shares.rows()];
    for (int worker = 0; worker < answers.length; worker++) {
      double share = 0;
      for (int k = 0; k < BLOCKS; k++) {
        share += shares.get(worker, k) * number(k);
      }
      answers[worker] = function(share) + (noise == 0 ? 0 : noise * random.nextGaussian());
    }
    return answers;
  }

  private static List<Integer> responders(int workers, int stragglers, Randomness random) {
    List<Integer> all = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      all.add(worker);
    }
    for (int i = workers - 1; i > 0; i--) {
      Collections.swap(all, i, random.nextInt(i + 1));
    }
    return all.subList(0, workers - stragglers);
  }

  private static double squaredError(List<Integer> used, Matrix estimator, double[] answers) {
    double squares = 0;
    for (int k = 0; k < BLOCKS; k++) {
      double error = -function(number(k));
      for (int i = 0; i < used.size(); i++) {
        error += estimator.get(k, i) * answers[used.get(i)];
      }
      squares += error * error;
    }
    return squares / BLOCKS;
  }
}
