package io.lagrid.engine.report;

import java.util.SortedSet;

/** Why the answers of a round cannot give the result. */
public sealed interface Failure {

  /** How many answers count. */
  int answered();

  /** How many were needed, with what was tolerated. */
  int needed();

  /** Workers that answered wrongly, or are suspected to have. */
  SortedSet<Integer> suspects();

  /** Workers that crashed or were closed, and gave no answer. */
  SortedSet<Integer> lost();

  /**
   * What became of the first worker that was lost or rejected, as its cluster or the check of its
   * answer says, in one line; empty if there is none or nothing is known.
   */
  default String firstCause() {
    return "";
  }

  /**
   * One line for people: what happened, how many answered, how many were needed, who is suspected
   * and who was lost, and what became of the first of them.
   */
  default String message() {
    String who = suspects().isEmpty() ? "nobody is suspected" : "suspected workers: " + suspects();
    String gone = lost().isEmpty() ? "" : "; lost workers: " + lost();
    String first = firstCause().isEmpty() ? "" : "; the first was " + firstCause();
    return "%s: %d answered, %d needed%s; %s%s%s"
        .formatted(what(), answered(), needed(), hope(), who, gone, first);
  }

  /** How many answers were still to be had, as a clause; empty where that did not decide. */
  default String hope() {
    return "";
  }

  /** What happened, in a few words. */
  String what();

  /**
   * So many workers are lost or rejected that the others cannot give enough answers: the round is
   * over as soon as that is known.
   *
   * @param awaited how many workers were asked, had not answered, and still could
   */
  record TooFewAnswers(
      int answered,
      int needed,
      int awaited,
      SortedSet<Integer> suspects,
      SortedSet<Integer> lost,
      String firstCause)
      implements Failure {
    @Override
    public String hope() {
      return awaited == 0 ? "" : ", no more than %d others could still answer".formatted(awaited);
    }

    @Override
    public String what() {
      return "too few sound answers to decode";
    }
  }

  /** Enough answers, but they contradict each other beyond what was to be tolerated. */
  record Inconsistent(
      int answered,
      int needed,
      SortedSet<Integer> suspects,
      SortedSet<Integer> lost,
      String firstCause)
      implements Failure {
    @Override
    public String what() {
      return "the answers contradict each other beyond what was to be tolerated";
    }
  }

  /**
   * Enough sound answers, but decoding from these workers in floating point leaves no digits to
   * rely on.
   *
   * @param errorBound the bound on the result's error, in units of the report's; infinite if the
   *     workers leave a system that is singular to working precision
   */
  record Imprecise(
      int answered,
      int needed,
      SortedSet<Integer> suspects,
      SortedSet<Integer> lost,
      double errorBound)
      implements Failure {

    /**
     * The largest error bound of a result of floating point that is given, in the report's units:
     * six decimal digits.
     */
    public static final double LARGEST_ERROR = 0x1p-20;

    private static final double UNIT = 0x1p-53;

    @Override
    public String what() {
      String condition =
          Double.isFinite(errorBound)
              ? "the error bound is %2$.1e, %1$.0e rounding units, above %3$.1e"
                  .formatted(errorBound / UNIT, errorBound, LARGEST_ERROR)
              : "it is singular to working precision";
      return "decoding from these workers in floating point leaves no digits to rely on (%s); exact arithmetic (--arithmetic exact), fewer blocks (--partition), fewer workers or, with colluders, less --masking-noise would help"
          .formatted(condition);
    }
  }

  /** Time was up before there were enough answers. */
  record TimedOut(
      int answered,
      int needed,
      SortedSet<Integer> suspects,
      SortedSet<Integer> lost,
      String firstCause)
      implements Failure {
    @Override
    public String what() {
      return "timed out before the answers could be decoded";
    }
  }
}
