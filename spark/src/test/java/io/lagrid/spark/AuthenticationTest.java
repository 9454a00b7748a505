package io.lagrid.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.spark.standalone.StandaloneSpark;
import io.lagrid.spark.standalone.TaskWatch;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A cluster whose processes share a secret, and encrypt what they say to each other. */
@Timeout(180)
class AuthenticationTest {

  private static final String SECRET = "correct horse battery staple";
  private static final Map<String, String> SETTINGS =
      Map.of(
          "spark.authenticate", "true",
          "spark.network.crypto.enabled", "true",
          "spark.io.encryption.enabled", "true",
          "spark.authenticate.secret", SECRET);

  private static StandaloneSpark spark;
  private static SparkContext context;

  @BeforeAll
  static void startSpark() {
    spark = new StandaloneSpark(1, 3, SETTINGS);
    SparkConf conf = spark.conf("secret").set("spark.executor.cores", "1");
    SETTINGS.forEach(conf::set);
    context = new SparkContext(conf);
  }

  @AfterAll
  static void stopSpark() {
    context.stop();
    spark.close();
  }

  @Test
  void privateProductsRunUnderAuthenticationAndEncryption() {
    LongMatrix a = LongMatrix.ofRows(new long[] {1, 2}, new long[] {3, 4});
    try (SparkCluster cluster = SparkCluster.open(context, 3)) {
      assertThat(
              Lagrid.on(cluster)
                  .tolerating(Tolerance.stragglers(0).colluders(1))
                  .multiply(a, a)
                  .value())
          .isEqualTo(LongMatrix.ofRows(new long[] {7, 10}, new long[] {15, 22}));
    }
  }

  @Test
  void anExecutorWithAnotherSecretIsTurnedAway() throws InterruptedException {
    TaskWatch watch = new TaskWatch();
    context.addSparkListener(watch);
    try (StandaloneSpark.Intruder wrong = spark.intrude(context, 901, "guess")) {
      assertThat(wrong.exit()).isNotZero();
      assertThat(wrong.log())
          .as("it gets no further than saying who it is")
          .contains("Exception while bootstrapping client");
    }
    try (StandaloneSpark.Intruder right = spark.intrude(context, 902, SECRET)) {
      right.awaitRegistration();
      watch.await(1, seen -> seen.kind().equals("added") && seen.executor().equals("902"));
    }
    assertThat(watch.all(seen -> seen.executor().equals("901"))).isEmpty();
  }
}
