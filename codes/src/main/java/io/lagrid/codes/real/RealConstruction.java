package io.lagrid.codes.real;

import io.lagrid.codes.CodeDescription;
import io.lagrid.codes.CodeFamily;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.ProductGrid;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.family.Construction;
import io.lagrid.codes.family.ProductFamily;
import java.util.Optional;

/** The families of product codes over the reals. Immutable and thread-safe. */
public final class RealConstruction implements Construction {

  private static final String FAHIM_CADAMBE =
      "Fahim, Cadambe: Numerically Stable Polynomially Coded Computing, 2021";
  private static final String RAMAMOORTHY_TANG =
      "Ramamoorthy, Tang: Numerically Stable Coded Matrix Computations via Circulant and Rotation"
          + " Matrix Embeddings, 2022";

  /** 128 MiB of doubles: what is planned or decoded must not take longer than seconds. */
  private static final long MOST_COEFFICIENTS = 1 << 24;

  private final RealScheme scheme;

  private RealConstruction(RealScheme scheme) {
    this.scheme = scheme;
  }

  /** Every code of one scheme. */
  public static CodeFamily family(RealScheme scheme) {
    return new ProductFamily(new RealConstruction(scheme));
  }

  @Override
  public CodeDescription description() {
    return switch (scheme) {
      case ORTHOMATDOT ->
          description("one real product cut along the shared side", "2p - 1", FAHIM_CADAMBE);
      case ORTHOPOLY ->
          description("one real product, A cut by rows and B by columns", "mn", FAHIM_CADAMBE);
      case LAGRANGE_CHEBYSHEV ->
          description(
              "real products, batches of them, any cut", "2K - 1, K = L pmn", FAHIM_CADAMBE);
      case ROTATION ->
          description(
              "one real product, A cut by rows and B by columns: the best conditioned",
              "ceil(m/2) ceil(n/2)",
              RAMAMOORTHY_TANG);
      case CIRCULANT ->
          description(
              "one real product, A cut by rows; shares by additions alone",
              "ceil(m/(q-1)), q prime >= N",
              RAMAMOORTHY_TANG);
      case ANALOG_LAGRANGE ->
          description(
              "real products, any cut, hidden by Gaussian noise up to a stated leakage",
              "2(K + T) - 1, K = L pmn",
              "Soleymani, Mahdavifar, Avestimehr: Analog Lagrange Coded Computing, 2021");
    };
  }

  private CodeDescription description(String purpose, String threshold, String paper) {
    return new CodeDescription(scheme.code(), purpose, threshold, paper);
  }

  @Override
  public Optional<String> unsupported(Requirement requirement, Operation.Product product) {
    if (requirement.exact()) {
      return Optional.of("it is made for real arithmetic; entangled and lcc are exact");
    }
    if (product.batch() > 1 && !scheme.batches()) {
      return Optional.of(
          "it codes one product, not a batch of %d; lagrange-chebyshev does"
              .formatted(product.batch()));
    }
    if (scheme == RealScheme.CIRCULANT && mostGroups(requirement.workers()) == 0) {
      return Optional.of(
          "its encoding for %d workers would have more than %d coefficients; rotation has few"
              .formatted(requirement.workers(), MOST_COEFFICIENTS));
    }
    return Optional.empty();
  }

  /** Groups of q − 1 blocks, of which every worker gets a sum of q blocks, q the prime. */
  private static long mostGroups(long workers) {
    long prime = RealScheme.smallestPrime((int) workers);
    return MOST_COEFFICIENTS / (workers * prime * (prime - 1));
  }

  @Override
  public boolean hidesByNoise() {
    return scheme.hides();
  }

  @Override
  public Partition largest(Requirement requirement) {
    if (scheme != RealScheme.CIRCULANT) {
      return scheme.largest();
    }
    int workers = requirement.workers();
    long rowBlocks = mostGroups(workers) * (RealScheme.smallestPrime(workers) - 1);
    return new Partition(1, (int) Math.max(1, Math.min(Integer.MAX_VALUE, rowBlocks)), 1);
  }

  @Override
  public long workersNeeded(
      Requirement requirement, Operation.Product product, Partition partition) {
    return requirement.reserve()
        + scheme.threshold(
            requirement.workers(), product.batch(), partition, colluders(requirement));
  }

  @Override
  public ProductCode code(Requirement requirement, Operation.Product product, Partition partition) {
    RealProductParameters parameters =
        new RealProductParameters(
            scheme,
            requirement.workers(),
            new ProductGrid(product.batch(), partition),
            colluders(requirement));
    return of(parameters);
  }

  /** The code with these parameters. */
  public static RealProductCode of(RealProductParameters parameters) {
    return switch (parameters.scheme()) {
      case ORTHOMATDOT -> new OrthoMatdotCode(parameters);
      case ORTHOPOLY -> new OrthoPolynomialCode(parameters);
      case LAGRANGE_CHEBYSHEV -> new LagrangeChebyshevCode(parameters);
      case ROTATION -> new RotationCode(parameters);
      case CIRCULANT -> new CirculantCode(parameters);
      case ANALOG_LAGRANGE -> new AnalogLagrangeCode(parameters);
    };
  }

  private static int colluders(Requirement requirement) {
    return requirement.tolerance().colluders();
  }
}
