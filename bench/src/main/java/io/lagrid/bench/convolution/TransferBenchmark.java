package io.lagrid.bench.convolution;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.linear.Lagrange;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.transfer.PointTransfer;
import io.lagrid.bench.ProcessorTime;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Projection;
import io.lagrid.codes.lagrange.LagrangeCode;
import io.lagrid.codes.lagrange.LagrangeParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Encoding and decoding by Lagrange coded computing with many workers, R random responders: by
 * transforms, and by the dense matrices of the same points.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up
public class TransferBenchmark {

  /** N, K and the degree. */
  @Param({"512x256x1", "1024x512x1", "1024x512x2"})
  public String shape;

  /** Of a block. */
  @Param({"1024", "4096"})
  public int entries;

  private final PrimeField field = PrimeField.of(Primes.largest(1).get(0));
  private final Randomness random = Randomness.insecure(1);
  private final Kernels kernels = Kernels.named("vector");
  private Encoding encoding;
  private PointTransfer decoding;
  private Matrix matrix;
  private List<Matrix> data;
  private List<Matrix> shares;
  private List<Matrix> answers;
  private List<Matrix> results;

  /** Makes the code, the blocks and what decodes R random answers. */
  @Setup
  public void prepare() {
    String[] sides = shape.split("x", -1);
    int workers = Integer.parseInt(sides[0]);
    int blocks = Integer.parseInt(sides[1]);
    LagrangeCode code =
        new LagrangeCode(new LagrangeParameters(workers, blocks, Integer.parseInt(sides[2]), 0));
    encoding = code.encoding(0, field);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      order.add(random.nextInt(i + 1), i);
    }
    Decoder decoder = code.newDecoder(Arithmetic.residues(Primes.largest(1)), 0);
    int answered = 0;
    while (!decoder.offer(order.get(answered), Projection.NONE)) {
      answered++;
    }
    Decoding.Decodable decodable = (Decoding.Decodable) decoder.outcome();
    decoding = decodable.transfers().get(0);
    double[] points = code.points(field);
    double[] used = decodable.used().stream().mapToDouble(worker -> points[worker]).toArray();
    matrix = Lagrange.coefficients(field, used, code.dataPoints(field));
    data = blocks(blocks);
    shares = blocks(workers);
    answers = blocks(used.length);
    results = blocks(blocks);
  }

  private List<Matrix> blocks(int count) {
    List<Matrix> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Matrix block = Matrix.zeros(1, entries);
      random.fill(field, block.data(), 0, entries);
      blocks.add(block);
    }
    return blocks;
  }

  /** By transforms. */
  @Benchmark
  public List<Matrix> transforms(ProcessorTime time) {
    PointTransfer encode = encoding.transfer().orElseThrow();
    encode.apply(data, shares, kernels.transforms(), Cancellation.never());
    decoding.apply(answers, results, kernels.transforms(), Cancellation.never());
    return results;
  }

  /** By matrices. */
  @Benchmark
  public List<Matrix> matrices(ProcessorTime time) {
    kernels.combine(field, encoding.coefficients(), data, shares, Cancellation.never());
    kernels.combine(field, matrix, answers, results, Cancellation.never());
    return results;
  }
}
