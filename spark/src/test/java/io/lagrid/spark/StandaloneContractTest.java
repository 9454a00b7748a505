package io.lagrid.spark;

import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.ClusterContract;
import io.lagrid.engine.cluster.TaskLog;
import io.lagrid.spark.standalone.StandaloneSpark;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class StandaloneContractTest extends ClusterContract {

  private static StandaloneSpark spark;
  private static SparkContext context;

  @BeforeAll
  static void startSpark() {
    spark = new StandaloneSpark(WORKERS, 1);
    context = new SparkContext(spark.conf("contract"));
  }

  @AfterAll
  static void stopSpark() {
    context.stop();
    spark.close();
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
