package io.lagrid.spark;

import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.ClusterContract;
import io.lagrid.engine.cluster.TaskLog;
import io.lagrid.spark.standalone.SharedApplication;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedApplication.class)
@Order(SharedApplication.LAST)
class StandaloneContractTest extends ClusterContract {

  private final SparkContext context;

  StandaloneContractTest(SparkContext context) {
    this.context = context;
  }

  @Override
  protected Cluster open(int workers) {
    return SparkCluster.open(context, workers);
  }

  @Override
  protected int retained(Cluster cluster) {
    SparkCluster sparkCluster = (SparkCluster) cluster;
    return sparkCluster.heldShares() + sparkCluster.openRounds();
  }

  @Override
  protected TaskLog newLog() {
    return TaskLog.published();
  }

  /** Word of a cancellation goes through Spark's scheduler. */
  @Override
  protected boolean closesAtOnce() {
    return false;
  }
}
