package io.lagrid.engine.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.ProductTask;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.ShareKey;
import io.lagrid.engine.cluster.Task;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.engine.cluster.WorkerEvent.Answered;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Products by the real kernels. */
@Timeout(30)
class LocalProductTest {

  private static final ShareKey LEFT = new ShareKey(1, 0);
  private static final ShareKey RIGHT = new ShareKey(1, 1);
  private static final Dispatch PRODUCT = new Dispatch(1, new ProductTask(), List.of(LEFT, RIGHT));

  @Test
  void multipliesPlaneByPlane() throws InterruptedException {
    Arithmetic arithmetic = Arithmetic.residues(List.of(5, 7));
    Matrix left = Matrix.ofRows(new double[] {1, 2}, new double[] {-1, 2});
    Matrix right = Matrix.ofRows(new double[] {2}, new double[] {2});
    try (LocalCluster cluster = LocalCluster.of(3)) {
      for (int worker = 0; worker < 3; worker++) {
        cluster.place(LEFT, worker, Share.of(arithmetic, new Block(List.of(left, left))));
        cluster.place(RIGHT, worker, Share.of(arithmetic, new Block(List.of(right, right))));
      }
      try (Round round = cluster.start(PRODUCT)) {
        for (int i = 0; i < 3; i++) {
          WorkerEvent event = round.next(Long.MAX_VALUE);
          assertThat(event).isInstanceOf(Answered.class);
          Block answer = ((Answered) event).answer();
          assertThat(answer.plane(0).toArray()).as("6 and 2 modulo 5").containsExactly(1, 2);
          assertThat(answer.plane(1).toArray()).as("6 and 2 modulo 7").containsExactly(-1, 2);
        }
      }
    }
  }

  @Test
  void closingStopsAProductInTheMiddle() throws InterruptedException {
    Arithmetic arithmetic = Arithmetic.residues(List.of(8380417));
    Block large = Block.zeros(1, 2048, 2048);
    CountDownLatch looks = new CountDownLatch(3);
    Task watched =
        (shares, kernels, cancellation) ->
            new ProductTask()
                .compute(
                    shares,
                    kernels,
                    () -> {
                      looks.countDown();
                      return cancellation.cancelled();
                    });
    LocalCluster cluster = LocalCluster.builder(1).cores(1).open();
    cluster.place(LEFT, 0, Share.of(arithmetic, large));
    cluster.place(RIGHT, 0, Share.of(arithmetic, large));
    Round round = cluster.start(new Dispatch(1, watched, List.of(LEFT, RIGHT)));
    looks.await();
    round.close();
    cluster.close();
    assertThat(cluster.runningThreads()).isZero();
  }
}
