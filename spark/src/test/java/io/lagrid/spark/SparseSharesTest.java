package io.lagrid.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.SparseBlock;
import io.lagrid.algebra.matrix.SparseLongMatrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Naive;
import io.lagrid.engine.PreparedProduct;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.ForwardingCluster;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.Task;
import io.lagrid.engine.report.Result;
import io.lagrid.engine.sparse.Sparse;
import io.lagrid.spark.standalone.SharedApplication;
import java.util.List;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sparse operands stay sparse all the way to executors, and there from round to round. */
@ExtendWith(SharedApplication.class)
@Order(SharedApplication.LAST)
@Timeout(60)
class SparseSharesTest {

  private static final long SEED = 48;
  private static final int WORKERS = 5;

  private final Randomness random = Randomness.insecure(SEED);
  private final SparkContext context;

  SparseSharesTest(SparkContext context) {
    this.context = context;
  }

  @Test
  void workersMultiplySparseShares() {
    SparseLongMatrix a = Sparse.longs(400, 3000, 900, 1000, random);
    try (SparkCluster cluster = SparkCluster.open(context, WORKERS);
        PreparedProduct<LongMatrix> product =
            Lagrid.on(new Demanding(cluster)).tolerating(Tolerance.stragglers(1)).prepare(a, 2)) {
      for (int round = 0; round < 2; round++) {
        LongMatrix b = Naive.longs(3000, 2, 1000, random);
        Result<LongMatrix> found = product.multiply(b);
        assertThat(found.value()).as("seed %d", SEED).isEqualTo(Naive.product(a.dense(), b));
        assertThat(found.report().stored().get(0).sparse()).isTrue();
      }
      Rounds.assertNothingMoved(cluster);
    }
  }

  /** A cluster whose workers compute on sparse shares alone. */
  private static final class Demanding extends ForwardingCluster {

    Demanding(Cluster inner) {
      super(inner);
    }

    @Override
    public Round startAll(List<Dispatch> dispatches) {
      return super.startAll(dispatches.stream().map(Demanding::demanding).toList());
    }

    private static Dispatch demanding(Dispatch dispatch) {
      return new Dispatch(dispatch.round(), new OnSparse(dispatch.task()), dispatch.operands());
    }
  }

  /** A task that fails where the first share has a dense block. */
  private record OnSparse(Task task) implements Task {

    private static final long serialVersionUID = 1;

    @Override
    public Block compute(List<Share> shares, Kernels kernels, Cancellation cancellation) {
      if (!shares.get(0).coded().stream().allMatch(SparseBlock.class::isInstance)) {
        throw new IllegalArgumentException("a dense share");
      }
      return task.compute(shares, kernels, cancellation);
    }
  }
}
