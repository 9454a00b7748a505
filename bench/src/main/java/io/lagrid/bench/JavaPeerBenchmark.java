package io.lagrid.bench;

import io.lagrid.algebra.matrix.Matrix;
import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ojalgo.OjAlgoUtils;
import org.ojalgo.matrix.store.R064Store;
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

/** The real product of two n×n matrices by other Java libraries, one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up
public class JavaPeerBenchmark {

  /** n. */
  @Param({"1024", "2048"})
  public int n;

  private DMatrixRMaj ejmlA;
  private DMatrixRMaj ejmlB;
  private DMatrixRMaj ejmlC;
  private R064Store ojalgoA;
  private R064Store ojalgoB;
  private R064Store ojalgoC;

  /** Makes the operands. */
  @Setup
  public void prepare() {
    OjAlgoUtils.limitThreadsTo(1);
    ejmlA = new DMatrixRMaj(n, n, true, random().data());
    ejmlB = new DMatrixRMaj(n, n, true, random().data());
    ejmlC = new DMatrixRMaj(n, n);
    ojalgoA = R064Store.wrap(random().data(), n);
    ojalgoB = R064Store.wrap(random().data(), n);
    ojalgoC = R064Store.FACTORY.make(n, n);
  }

  private Matrix random() {
    return Samples.matrix(Samples.field("real"), n, n);
  }

  /** EJML. */
  @Benchmark
  public DMatrixRMaj ejml(ProcessorTime time) {
    CommonOps_DDRM.mult(ejmlA, ejmlB, ejmlC);
    return ejmlC;
  }

  /** ojAlgo. */
  @Benchmark
  public R064Store ojalgo(ProcessorTime time) {
    ojalgoC.fillByMultiplying(ojalgoA, ojalgoB);
    return ojalgoC;
  }
}
