package io.lagrid.spark.pinned;

import java.util.List;
import org.apache.spark.Partition;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import scala.collection.Iterator;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;

/**
 * A data set of calls, one per partition, each preferring the executor it is for. It has no
 * lineage: there is nothing that Spark could compute again.
 */
final class PinnedRdd extends RDD<PinnedPartition> {

  private static final long serialVersionUID = 1;

  private final transient List<Visit> visits;

  PinnedRdd(SparkContext context, List<Visit> visits) {
    super(context, seq(List.of()), ClassTag.apply(PinnedPartition.class));
    this.visits = List.copyOf(visits);
  }

  @Override
  public Partition[] getPartitions() {
    Partition[] partitions = new Partition[visits.size()];
    for (int i = 0; i < partitions.length; i++) {
      partitions[i] = new PinnedPartition(i, visits.get(i).executor().id(), visits.get(i).call());
    }
    return partitions;
  }

  /** The executor in the form that Spark's scheduler reads as one executor rather than a host. */
  @Override
  public Seq<String> getPreferredLocations(Partition split) {
    Visit visit = visits.get(split.index());
    return seq(List.of("executor_" + visit.executor().host() + "_" + visit.executor().id()));
  }

  @Override
  public Iterator<PinnedPartition> compute(Partition split, TaskContext context) {
    return CollectionConverters.asScala(List.of((PinnedPartition) split).iterator());
  }

  static <T> Seq<T> seq(List<T> items) {
    return CollectionConverters.asScala(items).toSeq();
  }
}
