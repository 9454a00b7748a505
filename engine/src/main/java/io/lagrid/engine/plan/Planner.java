package io.lagrid.engine.plan;

import io.lagrid.codes.Code;
import io.lagrid.codes.CodeFamily;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Proposal;
import io.lagrid.codes.catalog.CodeCatalog;
import io.lagrid.engine.report.Failure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the code that does an operation, tolerates what must be tolerated, and costs the workers
 * least.
 *
 * <p>Every family of the catalogue is asked for its proposals; plans that exceed the caps are set
 * aside; the rest are ordered by work per worker, then storage per worker, then upload, then the
 * answers waited for; plans over floating point that lose half of all digits in decoding come
 * behind, and are refused if nothing better remains and no digits would. Nothing is left out
 * silently: a family without a plan says why.
 *
 * <p>Immutable and thread-safe.
 */
public final class Planner {

  private static final Comparator<Plan> CHEAPEST_FIRST =
      Comparator.<Plan>comparingDouble(plan -> plan.price().work())
          .thenComparingDouble(plan -> plan.price().storage())
          .thenComparingDouble(plan -> plan.price().upload())
          .thenComparingInt(Plan::answers);

  /** How far to look for a number of workers that would do. */
  private static final int SEARCHED_WORKERS = 512;

  private static final double FEWER = 0.9;

  private final CodeCatalog catalog;

  /** A planner that knows the codes of a catalogue. */
  public Planner(CodeCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The cheapest plan.
   *
   * @throws NoPlanException if no code can do it; the message says why, and how many workers would
   *     do
   * @throws IllegalArgumentException if the request names a code that does not exist
   */
  public Plan best(PlanRequest request) {
    PlanTable table = table(request);
    if (table.plans().isEmpty()) {
      boolean lossy = !offers(request).plans().isEmpty(); // more workers would not help then
      throw new NoPlanException(
          request, table, lossy ? fewerWorkers(request) : smallestWorkers(request));
    }
    return table.plans().get(0);
  }

  /**
   * Every plan that meets the request, cheapest first, and every family that has none, with its
   * reason.
   *
   * @throws IllegalArgumentException if the request names a code that does not exist
   */
  public PlanTable table(PlanRequest request) {
    PlanTable offers = offers(request);
    List<Conditioned> ranked = ranked(request, offers.plans());
    boolean lossy =
        !ranked.isEmpty()
            && ranked.get(0).bound() > Failure.Imprecise.LARGEST_ERROR; // false if not looked at
    if (!lossy) {
      Map<Plan, PlanPrecision> looked = new HashMap<>();
      ranked.stream()
          .filter(each -> !Double.isNaN(each.bound()))
          .forEach(each -> looked.put(each.plan(), each.precision()));
      return new PlanTable(
          request, ranked.stream().map(Conditioned::plan).toList(), offers.refused(), looked);
    }
    Map<String, Double> least = new LinkedHashMap<>();
    ranked.stream()
        .filter(each -> !Double.isNaN(each.bound()))
        .forEach(each -> least.merge(each.plan().name(), each.bound(), Math::min));
    List<PlanTable.Refused> refused = new ArrayList<>(offers.refused());
    least.forEach((code, bound) -> refused.add(new PlanTable.Refused(code, lossy(bound))));
    return new PlanTable(request, List.of(), refused, Map.of());
  }

  private static String lossy(double bound) {
    return "decoding in floating point would leave no digits to rely on (error bound %.1e, above %.1e); exact arithmetic (--arithmetic exact), fewer blocks (--partition), fewer workers or, with colluders, less --masking-noise would help"
        .formatted(bound, Failure.Imprecise.LARGEST_ERROR);
  }

  /** The plans in order of preference, with forecasts of their bounds where those decide. */
  List<Conditioned> ranked(PlanRequest request) {
    return ranked(request, offers(request).plans());
  }

  private static List<Conditioned> ranked(PlanRequest request, List<Plan> plans) {
    boolean rounds =
        !request.requirement().exact()
            && !(request.requirement().operation() instanceof Operation.Map);
    return rounds
        ? Conditioned.preferred(plans, request::precision)
        : plans.stream().map(plan -> new Conditioned(plan, PlanPrecision.UNKNOWN)).toList();
  }

  private PlanTable offers(PlanRequest request) {
    List<Plan> plans = new ArrayList<>();
    List<PlanTable.Refused> refused = new ArrayList<>();
    for (CodeFamily family : families(request)) {
      Proposal proposal = family.propose(request.requirement());
      if (proposal instanceof Proposal.Refusal refusal) {
        refused.add(
            new PlanTable.Refused(
                family.description().name(), refusal.reason(), refusal.foreign()));
      } else if (proposal instanceof Proposal.Codes codes) {
        List<Plan> fitting = fitting(request, codes.codes());
        plans.addAll(fitting);
        if (fitting.isEmpty()) {
          refused.add(
              new PlanTable.Refused(family.description().name(), misfit(request, codes.codes())));
        }
      }
    }
    plans.sort(CHEAPEST_FIRST);
    return new PlanTable(request, plans, refused, Map.of());
  }

  private static List<Plan> fitting(PlanRequest request, List<Code> codes) {
    return plans(request, codes).filter(plan -> request.caps().allow(plan)).toList();
  }

  private static Stream<Plan> plans(PlanRequest request, List<Code> codes) {
    return codes.stream()
        .filter(code -> request.workload().objection(code).isEmpty())
        .map(request::plan);
  }

  /** Why none of the codes fits. */
  private static String misfit(PlanRequest request, List<Code> codes) {
    List<Plan> plans = plans(request, codes).toList();
    return plans.isEmpty()
        ? request.workload().objection(codes.get(0)).orElseThrow()
        : request.caps().objection(plans);
  }

  private List<CodeFamily> families(PlanRequest request) {
    return request.code().map(name -> List.of(catalog.named(name))).orElse(catalog.families());
  }

  /** The first of some smaller numbers of workers that leaves enough digits. */
  private OptionalInt fewerWorkers(PlanRequest request) {
    return IntStream.iterate(
            (int) (request.requirement().workers() * FEWER),
            count -> count > request.requirement().reserve(),
            count -> (int) (count * FEWER))
        .filter(count -> !table(request.withWorkers(count)).plans().isEmpty())
        .findFirst();
  }

  /** The smallest number of workers above the requested one with which some family has a plan. */
  private OptionalInt smallestWorkers(PlanRequest request) {
    int workers = request.requirement().workers();
    return IntStream.rangeClosed(workers + 1, workers + SEARCHED_WORKERS)
        .filter(count -> !offers(request.withWorkers(count)).plans().isEmpty())
        .findFirst();
  }
}
