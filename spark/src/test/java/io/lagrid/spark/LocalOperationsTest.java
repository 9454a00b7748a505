package io.lagrid.spark;

import io.lagrid.codes.Tolerance;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** All in one process; tasks and answers are serialised all the same, answers by Kryo. */
class LocalOperationsTest extends OperationsContract {

  private static SparkContext context;

  @BeforeAll
  static void startSpark() {
    context =
        new SparkContext(
            new SparkConf()
                .setMaster("local[4]")
                .setAppName("operations")
                .set("spark.ui.enabled", "false")
                .set("spark.local.dir", "target/spark-local")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
                .set("spark.kryo.registrationRequired", "true")
                .set("spark.lagrid.separation", "none"));
  }

  @AfterAll
  static void stopSpark() {
    context.stop();
  }

  @Override
  SparkCluster open() {
    return SparkCluster.open(context, WORKERS);
  }

  @Override
  SparkContext context() {
    return context;
  }

  @Override
  Tolerance tolerance() {
    return Tolerance.stragglers(1);
  }
}
