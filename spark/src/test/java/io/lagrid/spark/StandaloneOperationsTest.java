package io.lagrid.spark;

import io.lagrid.codes.Tolerance;
import io.lagrid.spark.standalone.SharedApplication;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;

/** Executors of their own, one of which may try to learn something. */
@ExtendWith(SharedApplication.class)
@Order(SharedApplication.LAST)
class StandaloneOperationsTest extends OperationsContract {

  private final SparkContext context;

  StandaloneOperationsTest(SparkContext context) {
    this.context = context;
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
    return Tolerance.stragglers(0).colluders(1);
  }
}
