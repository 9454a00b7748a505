package io.lagrid.spark.pinned;

/** Hears what became of visits: for each, one of these methods is called once, on one thread. */
public interface Receiver {

  /**
   * The call ran.
   *
   * @param visit which of the delivery's visits
   * @param answer what it returned; retained by whoever receives it
   */
  void answered(int visit, byte[] answer);

  /**
   * The call will not run to its end.
   *
   * @param visit which of the delivery's visits
   * @param reason for people
   */
  void failed(int visit, String reason);

  /** A receiver that does not care. */
  static Receiver nobody() {
    return new Receiver() {
      @Override
      public void answered(int visit, byte[] answer) {}

      @Override
      public void failed(int visit, String reason) {}
    };
  }
}
