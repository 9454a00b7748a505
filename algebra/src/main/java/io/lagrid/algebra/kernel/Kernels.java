package io.lagrid.algebra.kernel;

import io.lagrid.algebra.ambient.Cores;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.kernel.tile.PlainProvider;
import io.lagrid.algebra.kernel.tile.TileKernel;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.transform.TransformKernel;
import java.util.Arrays;
import java.util.List;

/**
 * The two operations that all of Lagrid's heavy work is made of: the product of two matrices, and
 * the linear combination of blocks (encode and decode), over any field.
 *
 * <p>This class checks shapes once and then runs unchecked kernels. Entries of operands must be
 * canonical elements of the field; entries of results are. Immutable and thread-safe; every call
 * but {@link #combineOnCores} runs on the calling thread alone, and uses at most 5 MiB of scratch
 * memory a thread, which is kept for later calls.
 *
 * <p>Calls of little work run on the plain kernel whatever the provider, because the first calls of
 * a vector kernel cost more than they save.
 */
public final class Kernels {

  /** The system property that names the provider {@link #fastest()} returns. */
  public static final String PROPERTY = "lagrid.kernels";

  /** Multiply–adds from which on a call runs on the provider's own kernel. */
  static final long SMALL = 1 << 20;

  private static final List<Kernels> WORKING =
      Providers.working().stream().map(Kernels::new).toList();

  private static final TileKernel PLAIN = named(PlainProvider.NAME).kernel;

  private final Providers.Named provider;
  private final String name;
  private final TileKernel kernel;
  private final TransformKernel transforms;
  private final long small;

  private Kernels(Providers.Named provider) {
    this(provider, SMALL);
  }

  private Kernels(Providers.Named provider, long small) {
    this.provider = provider;
    this.name = provider.name();
    this.kernel = provider.kernel();
    this.transforms = provider.transforms();
    this.small = small;
  }

  /**
   * The fastest provider that works in this process, or the one that the system property {@code
   * lagrid.kernels} names.
   *
   * @throws IllegalArgumentException if the property names none that works
   */
  public static Kernels fastest() {
    String forced = System.getProperty(PROPERTY);
    return forced == null ? WORKING.get(0) : named(forced);
  }

  /**
   * The provider of that name.
   *
   * @throws IllegalArgumentException if none of that name works in this process
   */
  public static Kernels named(String name) {
    for (Kernels kernels : WORKING) {
      if (kernels.name.equals(name)) {
        return kernels;
      }
    }
    throw new IllegalArgumentException(
        "no kernels named %s work here; those that do: %s"
            .formatted(name, String.join(", ", available())));
  }

  /** The names of the providers that work in this process, fastest first. */
  public static List<String> available() {
    return WORKING.stream().map(Kernels::name).toList();
  }

  /** The provider's name. */
  public String name() {
    return name;
  }

  /** The provider's number-theoretic transforms. */
  public TransformKernel transforms() {
    return transforms;
  }

  /**
   * Has the kernels compiled: multiplies and combines zeros, over ℝ and over a prime field, often
   * enough for the just-in-time compiler. A program that computes only once calls this on another
   * thread while it still reads its input; interpreted kernels are about a hundred times slower.
   *
   * @param cancellation ends it early; that is no error
   */
  public void warmUp(Cancellation cancellation) {
    WarmUp.run(atAnySize(), cancellation);
  }

  /** The same provider, without the plain kernel for small calls. */
  Kernels atAnySize() {
    return new Kernels(provider, 0);
  }

  /**
   * c = a·b over {@code field}.
   *
   * @param a m×k; not modified
   * @param b k×n; not modified
   * @param c m×n; overwritten; shares no entry with a or b
   * @param cancellation asked about every millisecond
   * @throws IllegalArgumentException if the shapes do not fit, or c shares entries with a or b
   * @throws java.util.concurrent.CancellationException once cancelled; c then holds arbitrary
   *     numbers
   */
  public void multiply(Field field, Matrix a, Matrix b, Matrix c, Cancellation cancellation) {
    Checks.product(a, b, c);
    assert Checks.canonical(field, List.of(a, b));
    cancellation.check();
    long work = (long) a.rows() * a.columns() * b.columns();
    if (work == 0) {
      clear(c);
      return;
    }
    Workspace workspace = Workspace.borrow();
    try {
      Pulse pulse = new Pulse(cancellation);
      TileKernel tiles = work < small ? PLAIN : kernel;
      if (b.columns() <= NarrowProduct.COLUMNS) {
        new NarrowProduct(tiles, field.modulus(), pulse, workspace).run(a, b, c);
      } else {
        new PanelProduct(tiles, field.modulus(), pulse, workspace)
            .run(a, new RowSource.OfMatrix(b), new RowSource.OfMatrix(c));
      }
    } finally {
      workspace.giveBack();
    }
  }

  /**
   * targets[i] = Σ_k coefficients[i][k] · blocks[k] over {@code field}.
   *
   * @param coefficients one row per target, one column per block; not modified
   * @param blocks matrices of one shape, views allowed; not modified
   * @param targets matrices of that shape, views allowed; overwritten; share no entry with blocks
   *     or with each other
   * @param cancellation asked about every millisecond
   * @throws IllegalArgumentException if the numbers or shapes do not fit, or entries are shared
   * @throws java.util.concurrent.CancellationException once cancelled; the targets then hold
   *     arbitrary numbers
   */
  public void combine(
      Field field,
      Matrix coefficients,
      List<Matrix> blocks,
      List<Matrix> targets,
      Cancellation cancellation) {
    Checks.combination(coefficients, blocks, targets);
    assert Checks.canonical(field, List.of(coefficients)) && Checks.canonical(field, blocks);
    cancellation.check();
    if (blocks.isEmpty()) {
      targets.forEach(Kernels::clear);
    } else if (!targets.isEmpty()) {
      Combination combination = Combination.of(coefficients, blocks, targets);
      TileKernel tiles = combination.work() < small ? PLAIN : kernel;
      combination.run(tiles, field.modulus(), new Pulse(cancellation));
    }
  }

  /**
   * The same as {@link #combine} with the same result to the last bit, but large blocks are
   * combined in stripes on all cores: for coordinators, which wait for nothing else meanwhile.
   */
  public void combineOnCores(
      Field field, Matrix coefficients, List<Matrix> blocks, List<Matrix> targets) {
    Checks.combination(coefficients, blocks, targets);
    if (targets.isEmpty()) {
      return;
    }
    Matrix like = targets.get(0);
    long work = (long) coefficients.rows() * coefficients.columns() * like.rows() * like.columns();
    Stripes stripes = Stripes.of(like, work, Cores.count());
    Cores.forEach(
        stripes.count(),
        work,
        i ->
            combine(
                field,
                coefficients,
                stripes.of(blocks, i),
                stripes.of(targets, i),
                Cancellation.never()));
  }

  private static void clear(Matrix matrix) {
    for (int i = 0; i < matrix.rows(); i++) {
      int from = matrix.offset() + i * matrix.stride();
      Arrays.fill(matrix.data(), from, from + matrix.columns(), 0);
    }
  }
}
