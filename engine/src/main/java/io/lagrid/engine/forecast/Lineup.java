package io.lagrid.engine.forecast;

import io.lagrid.codes.Operation;
import io.lagrid.engine.cluster.sim.Network;
import io.lagrid.engine.delay.DelayModel;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.PlanSizes;
import io.lagrid.engine.plan.Planner;
import io.lagrid.engine.simulate.FirstAnswers;
import io.lagrid.engine.simulate.Replicated;
import io.lagrid.engine.simulate.Retried;
import io.lagrid.engine.simulate.Speculation;
import io.lagrid.engine.simulate.Speculative;
import io.lagrid.engine.simulate.TaskLoad;
import io.lagrid.engine.simulate.WorkConserving;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A code and what else could be done on the same workers, ready to be timed on the same draws. The
 * delay model gives the seconds of the coded task; a task of half its work takes half as long, but
 * for the fixed share of its time, which no task is spared, and for its messages.
 *
 * <p>Confined to one thread.
 */
public final class Lineup {

  private static final double TIMEOUT_MEDIANS = 3;

  private final Planner planner;
  private final PlanRequest request;
  private final Terms terms;

  /**
   * What tasks cost.
   *
   * @param network the links; the model's seconds do not include them
   * @param fixedShare the share of the coded task's seconds that does not depend on how much a task
   *     has to compute, in [0, 1]
   */
  public record Terms(Network network, double fixedShare) {

    /** Instant links, and all time proportional to work. */
    public static final Terms PROPORTIONAL = new Terms(Network.INSTANT, 0);

    /** Checks the range. */
    public Terms {
      if (!(fixedShare >= 0 && fixedShare <= 1)) {
        throw new IllegalArgumentException("a fixed share of " + fixedShare + "; 0 to 1 is legal");
      }
    }
  }

  /** A line-up for one request. */
  public Lineup(Planner planner, PlanRequest request, Terms terms) {
    this.planner = planner;
    this.request = request;
    this.terms = terms;
  }

  /**
   * The plan as an entrant.
   *
   * @param reference the plan whose task takes the seconds that the model draws
   */
  public Entrant coded(String key, Plan plan, Plan reference) {
    String title =
        "%s, %d of %d answers"
            .formatted(
                plan.name(),
                Forecaster.needed(plan, request.located()),
                plan.code().parameters().workers());
    return new Entrant(
        key,
        title,
        Forecaster.strategy(key, plan, request.located(), load(plan, reference)),
        plan.price().work());
  }

  /** How long a plan's task takes where the reference's takes what the model draws. */
  TaskLoad load(Plan plan, Plan reference) {
    double ratio = plan.price().work() / reference.price().work();
    double fixed = terms.fixedShare();
    return new TaskLoad(
        Forecaster.messageSeconds(terms.network(), plan.sizes()), fixed + (1 - fixed) * ratio);
  }

  /**
   * Everything to compare with a plan: uncoded, replicated at about the same redundancy,
   * speculative as Spark 4 and Spark 3 do it, retried after three medians, uncoded without as many
   * of the slowest as stragglers are tolerated, in pieces, rateless, and the work-conserving bound.
   *
   * @param reference the coded plan
   * @param model whose median sets the timeout
   */
  public Baselines baselines(Plan reference, DelayModel model) {
    List<Entrant> entrants = new ArrayList<>();
    Alternatives alternatives = new Alternatives(planner, request, terms.network());
    alternatives.uncoded().ifPresent(plan -> entrants.addAll(uncoded(plan, reference, model)));
    int copies = Math.max(2, (int) Math.round(reference.price().redundancy()));
    replicated(alternatives, copies).ifPresent(plan -> entrants.add(replicated(plan, reference)));
    Pieces pieces = Pieces.of(planner, request, reference);
    double messages = load(reference, reference).fixedSeconds();
    entrants.addAll(
        new PiecewiseEntrants(reference, pieces, messages, terms.fixedShare()).all(model));
    bound(reference).ifPresent(entrants::add);
    Map<String, String> leftOut = new LinkedHashMap<>();
    pieces.reasons().forEach((key, reason) -> leftOut.put(Pieces.title(key), reason));
    return new Baselines(entrants, leftOut);
  }

  /**
   * What a plan is compared with.
   *
   * @param entrants ready to be timed
   * @param leftOut what is not, in a few words, and why
   */
  public record Baselines(List<Entrant> entrants, Map<String, String> leftOut) {

    /** Copies the list. */
    public Baselines {
      entrants = List.copyOf(entrants);
    }
  }

  /**
   * Convolutions have none: coded chunks are multiplied like polynomials, with less than all work.
   */
  private Optional<Entrant> bound(Plan reference) {
    int workers = request.requirement().workers();
    double tasks = 1 / reference.price().work();
    return request.requirement().operation() instanceof Operation.Convolution
        ? Optional.empty()
        : Optional.of(
            new Entrant(
                "bound",
                "work-conserving bound",
                new WorkConserving("bound", workers, tasks),
                1.0 / workers));
  }

  private static int tasks(Plan plain) {
    return PlanSizes.plainBlocks(plain.code().parameters()).orElseThrow();
  }

  private static Optional<Plan> replicated(Alternatives alternatives, int copies) {
    Optional<Plan> plan = alternatives.replicated(copies);
    return plan.isPresent() || copies == 2 ? plan : alternatives.replicated(2);
  }

  private List<Entrant> uncoded(Plan plan, Plan reference, DelayModel model) {
    TaskLoad load = load(plan, reference);
    int workers = request.requirement().workers();
    int tasks = tasks(plan);
    double work = plan.price().work();
    double timeout = TIMEOUT_MEDIANS * load.seconds(Pilot.of(model, workers).median());
    List<Entrant> entrants = new ArrayList<>();
    entrants.add(
        new Entrant(
            "uncoded",
            "uncoded, all %d answers".formatted(tasks),
            new FirstAnswers("uncoded", tasks, tasks, load),
            work));
    entrants.add(speculative("speculative", "Spark 4", Speculation.SPARK_4, tasks, load, work));
    entrants.add(
        speculative("speculativeSpark3", "Spark 3", Speculation.SPARK_3, tasks, load, work));
    entrants.add(
        new Entrant(
            "retried",
            "retried after three medians",
            new Retried("retried", workers, tasks, timeout, load),
            work));
    ignoring(tasks, load, work).ifPresent(entrants::add);
    return entrants;
  }

  private Optional<Entrant> ignoring(int tasks, TaskLoad load, double work) {
    int ignored = Math.min(request.requirement().tolerance().stragglers(), tasks - 1);
    return ignored == 0
        ? Optional.empty()
        : Optional.of(
            new Entrant(
                "ignoring",
                "uncoded, %d slowest left out".formatted(ignored),
                new FirstAnswers("ignoring", tasks, tasks - ignored, load),
                work));
  }

  private Entrant speculative(
      String key, String like, Speculation rules, int tasks, TaskLoad load, double work) {
    int workers = request.requirement().workers();
    return new Entrant(
        key, "speculative as " + like, new Speculative(key, workers, tasks, rules, load), work);
  }

  private Entrant replicated(Plan plan, Plan reference) {
    int workers = plan.code().parameters().workers();
    int tasks = tasks(plan);
    return new Entrant(
        "replicated",
        "replicated, %d copies".formatted(workers / tasks),
        new Replicated("replicated", workers, tasks, load(plan, reference)),
        plan.price().work());
  }
}
