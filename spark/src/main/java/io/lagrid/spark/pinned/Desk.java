package io.lagrid.spark.pinned;

import scala.concurrent.ExecutionContext;

/** A courier's thread as Scala's futures want it. */
final class Desk implements ExecutionContext {

  private final Courier courier;

  private Desk(Courier courier) {
    this.courier = courier;
  }

  static ExecutionContext of(Courier courier) {
    return new Desk(courier);
  }

  @Override
  public void execute(Runnable work) {
    courier.execute(work);
  }

  @Override
  public void reportFailure(Throwable cause) {
    throw new AssertionError("the courier failed", cause);
  }
}
