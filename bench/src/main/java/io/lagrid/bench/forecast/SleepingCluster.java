package io.lagrid.bench.forecast;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.ForwardingCluster;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.ShareKey;
import io.lagrid.engine.delay.DelayProcess;
import io.lagrid.engine.delay.RoundDelays;
import java.util.ArrayList;
import java.util.List;

/** A cluster whose workers sleep, before every task, as long as a delay model draws. */
final class SleepingCluster extends ForwardingCluster {

  private static final ShareKey IDENTITY = new ShareKey(-1, 0);

  private final DelayProcess delays;
  private final double share;

  /**
   * Around a cluster.
   *
   * @param delays drawn once for rounds that are started together
   * @param share of the draw that one task takes
   */
  SleepingCluster(Cluster inner, DelayProcess delays, double share) {
    super(inner);
    this.delays = delays;
    this.share = share;
    for (int worker = 0; worker < inner.workers(); worker++) {
      Block number = new Block(List.of(Matrix.of(1, 1, new double[] {worker})));
      inner.place(IDENTITY, worker, Share.of(Arithmetic.real(), number));
    }
  }

  @Override
  public Round startAll(List<Dispatch> dispatches) {
    RoundDelays drawn = delays.next();
    List<Double> seconds = new ArrayList<>();
    for (int worker = 0; worker < workers(); worker++) {
      seconds.add(share * drawn.seconds(worker, 0));
    }
    return super.startAll(dispatches.stream().map(each -> sleeping(each, seconds)).toList());
  }

  private static Dispatch sleeping(Dispatch dispatch, List<Double> seconds) {
    List<ShareKey> operands = new ArrayList<>(dispatch.operands());
    operands.add(0, IDENTITY);
    return new Dispatch(dispatch.round(), new SleepingTask(dispatch.task(), seconds), operands);
  }
}
