package io.lagrid.bench;

import io.lagrid.algebra.exact.ResidueSystem;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
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
 * 2000×2000 numbers of 52 bits to residues modulo five primes and back, beside a copy of the same
 * numbers.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up
public class ResidueBenchmark {

  static final int SIDE = 2000;

  private static final int BITS = 52;

  /** The number of primes. */
  @Param({"2", "5"})
  public int primes;

  private ResidueSystem system;
  private LongMatrix integers;
  private Matrix fractions;
  private Block residues;
  private long[] room;

  /** Makes the operands. */
  @Setup
  public void prepare() {
    system = ResidueSystem.ofPrimes(primes);
    int bits = Math.min(BITS, system.capacity().bitLength());
    integers = Samples.integers(bits, SIDE, SIDE);
    fractions = Samples.matrix(Samples.field("real"), SIDE, SIDE);
    residues = Block.zeros(primes, SIDE, SIDE);
    room = new long[SIDE * SIDE];
    system.split(integers, residues);
  }

  /** A copy of the integers. */
  @Benchmark
  public long[] copy(ProcessorTime time) {
    System.arraycopy(integers.data(), 0, room, 0, room.length);
    return room;
  }

  /** Integers to residues. */
  @Benchmark
  public Block splitIntegers(ProcessorTime time) {
    system.split(integers, residues);
    return residues;
  }

  /** Fixed-point numbers to residues. */
  @Benchmark
  public Block splitFractions(ProcessorTime time) {
    system.split(fractions, 40, residues);
    return residues;
  }

  /** Residues to integers. */
  @Benchmark
  public LongMatrix joinIntegers(ProcessorTime time) {
    system.join(residues, integers);
    return integers;
  }

  /** Residues to fixed-point numbers. */
  @Benchmark
  public Matrix joinFractions(ProcessorTime time) {
    system.join(residues, 40, fractions);
    return fractions;
  }
}
