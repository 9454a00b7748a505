package io.lagrid.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;

/**
 * Shares as one would first think of them on Spark: a cached data set with preferred locations,
 * whose partitions hold fresh randomness. What Lagrid does not do, and why.
 */
final class NaiveShares {

  private final JavaRDD<String> shares;

  /** One share per executor. */
  NaiveShares(SparkContext context, List<io.lagrid.spark.pinned.Executor> executors) {
    List<Tuple2<Integer, Seq<String>>> located = new ArrayList<>();
    for (var executor : executors) {
      String location = "executor_" + executor.host() + "_" + executor.id();
      located.add(new Tuple2<>(located.size(), seq(List.of(location))));
    }
    shares =
        context
            .makeRDD(seq(located), ClassTag.<Integer>apply(Integer.class))
            .toJavaRDD()
            .map(i -> "share %d drawn by %d".formatted(i, Draws.draw()))
            .persist(StorageLevel.MEMORY_ONLY());
  }

  /** Every share as a task sees it, and the executor the task ran on. */
  List<Sight> look() {
    List<Tuple2<String, String>> seen =
        shares.map(share -> new Tuple2<>(share, SparkEnv.get().executorId())).collect();
    return seen.stream().map(sight -> new Sight(sight._1(), sight._2())).toList();
  }

  /** Drops the cached data. */
  void forget() {
    JavaRDD<String> unused = shares.unpersist(false);
  }

  /** A share, and who saw it. */
  record Sight(String share, String executor) {}

  private static <T> Seq<T> seq(List<T> items) {
    return CollectionConverters.asScala(items).toSeq();
  }

  /** Randomness of sorts: no two processes draw the same. */
  private static final class Draws {
    private static final AtomicInteger COUNT = new AtomicInteger();

    static long draw() {
      return ProcessHandle.current().pid() * 1000 + COUNT.incrementAndGet();
    }
  }
}
