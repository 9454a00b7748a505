package io.lagrid.spark;

import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.ClusterContract;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class LocalSparkClusterTest extends ClusterContract {

  private static SparkContext context;

  @BeforeAll
  static void startSpark() {
    context =
        new SparkContext(
            new SparkConf()
                .setMaster("local[4]")
                .setAppName("contract")
                .set("spark.ui.enabled", "false")
                .set("spark.local.dir", "target/spark-local")
                .set("spark.driver.host", "127.0.0.1"));
  }

  @AfterAll
  static void stopSpark() {
    context.stop();
  }

  @Override
  protected Cluster open(int workers) {
    return SparkCluster.open(
        context, workers, SparkSettings.DEFAULT.withSeparation(Separation.NONE));
  }

  @Override
  protected int retained(Cluster cluster) {
    SparkCluster spark = (SparkCluster) cluster;
    return spark.heldShares() + spark.openRounds();
  }

  /** Word of a cancellation goes through Spark's scheduler. */
  @Override
  protected boolean closesAtOnce() {
    return false;
  }
}
