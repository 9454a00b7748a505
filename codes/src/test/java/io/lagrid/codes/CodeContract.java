package io.lagrid.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.codes.catalog.CodeCatalog;
import io.lagrid.codes.decode.ProjectionTrials;
import io.lagrid.codes.minors.MinorVerdict;
import io.lagrid.codes.privacy.PrivacyCheck;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every product code must do. A new code joins by giving a few instances of it, three at
 * least; its tests are then exhaustive over responders and liars, so N should be at most 9.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CodeContract {

  private static final long SEED = 20_260_101;

  /** How the codes under test are made: small, and different in N, partition and colluders. */
  protected abstract List<Supplier<ProductCode>> codes();

  /** A good bound on the error of a decoded entry over the reals, for entries below 10^4. */
  protected double realErrorBound() {
    return 1e-8;
  }

  /** Whether the code's decoder locates liars over finite fields. */
  protected boolean locates() {
    return true;
  }

  /** Whether N ≥ R + 2 for all of them; tests of a code that locates liars should choose N so. */
  protected boolean hasRoomForLiars() {
    return true;
  }

  /** Whether R is the smallest number of answers that always suffices, not just one that does. */
  protected boolean tight() {
    return true;
  }

  /** Whether answers of exactly these workers decode; by default, whether they are R. */
  protected boolean decodes(Collection<Integer> workers) {
    return workers.size() >= code().parameters().recoveryThreshold();
  }

  private final Arithmetic exact = Arithmetic.residues(Primes.largest(2));
  private Randomness random = Randomness.insecure(SEED);
  private @Nullable ProductCode code;

  /** A test of every code, which it is to {@link #take} first. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @ParameterizedTest
  @MethodSource("named")
  private @interface ForEveryCode {}

  final Stream<Named<Supplier<ProductCode>>> named() {
    return codes().stream().map(made -> Named.of(made.get().parameters().toString(), made));
  }

  private void take(Supplier<ProductCode> made) {
    random = Randomness.insecure(SEED);
    code = made.get();
  }

  /** The code under test. */
  protected final ProductCode code() {
    return Objects.requireNonNull(code);
  }

  @Test
  void theCodesUnderTestDiffer() {
    List<CodeParameters> parameters =
        codes().stream().<CodeParameters>map(made -> made.get().parameters()).toList();
    assertThat(parameters).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
    assertThat(parameters.stream().map(CodeParameters::workers).distinct().count())
        .as("numbers of workers among %s", parameters)
        .isGreaterThanOrEqualTo(2);
  }

  private int workers() {
    return code().parameters().workers();
  }

  private int threshold() {
    return code().parameters().recoveryThreshold();
  }

  private List<Integer> everybody() {
    List<Integer> all = new ArrayList<>();
    for (int worker = 0; worker < workers(); worker++) {
      all.add(worker);
    }
    return all;
  }

  private List<Integer> shuffled(List<Integer> list) {
    List<Integer> order = new ArrayList<>(list);
    for (int i = order.size() - 1; i > 0; i--) {
      Collections.swap(order, i, random.nextInt(i + 1));
    }
    return order;
  }

  @ForEveryCode
  void everySetOfRespondersDecodesExactlyOrIsRefusedAsTooFew(Supplier<ProductCode> made) {
    take(made);
    NaiveRound round = new NaiveRound(code(), exact, random);
    long[] decodedBySize = new long[workers() + 1];
    long[] setsBySize = new long[workers() + 1];
    for (List<Integer> responders : Subsets.all(workers())) {
      boolean decoded = checkResponders(round, responders, exact, 0);
      setsBySize[responders.size()]++;
      decodedBySize[responders.size()] += decoded ? 1 : 0;
    }
    for (int size = 0; size <= workers(); size++) {
      assertThat(setsBySize[size]).isEqualTo(Subsets.binomial(workers(), size));
      if (size >= threshold()) {
        assertThat(decodedBySize[size]).isEqualTo(Subsets.binomial(workers(), size));
      }
    }
    if (tight()) {
      assertThat(decodedBySize[threshold() - 1])
          .as("R is the smallest number that always suffices")
          .isLessThan(Subsets.binomial(workers(), threshold() - 1));
    }
  }

  @ForEveryCode
  void everySetOfRespondersDecodesOverTheRealsWhereThatIsSupported(Supplier<ProductCode> made) {
    take(made);
    if (code().parameters().colluders() > 0) {
      Field real = Arithmetic.real().plane(0);
      assertThatThrownBy(() -> code().encoding(0, real))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessageContaining("reals");
      return;
    }
    NaiveRound round = new NaiveRound(code(), Arithmetic.real(), random);
    long decoded = 0;
    for (List<Integer> responders : Subsets.ofSize(workers(), threshold())) {
      decoded += checkResponders(round, responders, Arithmetic.real(), realErrorBound()) ? 1 : 0;
    }
    assertThat(decoded).isEqualTo(Subsets.binomial(workers(), threshold()));
  }

  private boolean checkResponders(
      NaiveRound round, List<Integer> responders, Arithmetic arithmetic, double bound) {
    Decoder decoder = code().newDecoder(arithmetic, 0);
    List<Integer> order = shuffled(responders);
    Set<Integer> offered = new HashSet<>();
    for (int worker : order) {
      assertThat(decoder.reachable(responders)).isEqualTo(decodes(responders));
      offered.add(worker);
      assertThat(decoder.offer(worker, Projection.NONE)).isEqualTo(decodes(offered));
    }
    Decoding outcome = decoder.outcome();
    if (outcome instanceof Decoding.Decodable decodable) {
      assertThat(decodable.rejected()).isEmpty();
      assertThat(responders).containsAll(decodable.used());
      List<Block> result = round.decode(decodable, round.answers());
      assertThat(NaiveRound.distance(result, round.expected()))
          .as("answers of %s, seed %d", order, SEED)
          .isLessThanOrEqualTo(bound);
      return true;
    }
    assertThat(decodes(responders)).as("answers of %s", responders).isFalse();
    assertThat(outcome).isInstanceOf(Decoding.TooFew.class);
    assertThat(((Decoding.TooFew) outcome).answered()).isEqualTo(responders.size());
    assertThat(((Decoding.TooFew) outcome).needed()).isGreaterThan(responders.size());
    return false;
  }

  /** The largest number of liars that the decoder locates. */
  private int radius() {
    return locates() ? (workers() - threshold()) / 2 : 0;
  }

  @ForEveryCode
  void everySetOfLiarsIsLocatedHoweverTheyLie(Supplier<ProductCode> made) {
    take(made);
    int most = radius();
    assertThat(most > 0).as("room to locate liars").isEqualTo(locates() && hasRoomForLiars());
    for (int adversaries = 1; adversaries <= most; adversaries++) {
      NaiveRound truth = new NaiveRound(code(), exact, random);
      NaiveRound other = new NaiveRound(code(), exact, random);
      long located = 0;
      for (Lie lie : Lie.values()) {
        for (int liars = 0; liars <= adversaries; liars++) {
          for (List<Integer> set : Subsets.ofSize(workers(), liars)) {
            checkLiars(truth, lie.apply(set, truth, other, random), adversaries);
            located++;
          }
        }
      }
      long sets = 0;
      for (int liars = 0; liars <= adversaries; liars++) {
        sets += Subsets.binomial(workers(), liars);
      }
      assertThat(located).isEqualTo(sets * Lie.values().length);
    }
  }

  private void checkLiars(NaiveRound truth, List<Block> answers, int adversaries) {
    NaiveProjections projections = projections(answers.get(0));
    Decoder decoder = code().newDecoder(exact, adversaries);
    List<Integer> order = shuffled(everybody());
    Set<Integer> caught = new HashSet<>();
    int offered = 0;
    boolean enough = false;
    while (!enough) {
      assertThat(decoder.reachable(order)).as("order %s, seed %d", order, SEED).isTrue();
      int worker = order.get(offered++);
      if (lied(worker, answers, truth)) {
        caught.add(worker);
      }
      enough = decoder.offer(worker, projections.of(answers.get(worker)));
    }
    assertThat(decoder.reachable(List.of())).isTrue();
    Decoding.Decodable decodable = (Decoding.Decodable) decoder.outcome();
    assertThat(NaiveRound.distance(truth.decode(decodable, answers), truth.expected())).isZero();
    assertThat(decodable.rejected()).as("order %s, seed %d", order, SEED).isEqualTo(caught);
    assertThat(offered)
        .as("R + A + located suffice")
        .isLessThanOrEqualTo(threshold() + adversaries + caught.size());
  }

  private static boolean lied(int worker, List<Block> answers, NaiveRound truth) {
    List<Block> given = List.of(answers.get(worker));
    return NaiveRound.distance(given, List.of(truth.answers().get(worker))) > 0;
  }

  private NaiveProjections projections(Block shape) {
    int trials = ProjectionTrials.needed(exact, workers());
    return new NaiveProjections(exact, trials, shape, random);
  }

  @ForEveryCode
  void corruptionBeyondTheRadiusNeverDecodesToAWrongResult(Supplier<ProductCode> made) {
    take(made);
    if (radius() == 0) { // nobody's lies are told from answers here: whoever asks is sent elsewhere
      assertThat(locates() && hasRoomForLiars()).isFalse();
      assertMoreAreRefused(0);
      return;
    }
    NaiveRound truth = NaiveRound.ofNumbers(code(), exact, random);
    Corruptions corruptions =
        new Corruptions(code(), exact, numbers(truth.answers()), numbers(truth.expected()));
    int trials = isFirst() ? Corruptions.TRIALS : Corruptions.FURTHER;
    Corruptions.Tally tally = corruptions.run(trials, radius());
    assertThat(tally.right() + tally.refused()).as("trials").isEqualTo(trials);
    assertThat(tally.refused()).isPositive();
  }

  private boolean isFirst() {
    return codes().get(0).get().parameters().equals(code().parameters());
  }

  /** Plane by plane, the only entry of each block. */
  private List<double[]> numbers(List<Block> blocks) {
    return IntStream.range(0, exact.size())
        .mapToObj(
            plane -> blocks.stream().mapToDouble(block -> block.plane(plane).get(0, 0)).toArray())
        .toList();
  }

  /** A decoder that is asked to locate more liars than it can says so, however many they are. */
  private void assertMoreAreRefused(int most) {
    for (int adversaries = most + 1; adversaries <= workers(); adversaries++) {
      int tooMany = adversaries;
      if (locates()) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> code().newDecoder(exact, tooMany))
            .withMessageContaining("N ≥ R + 2A = " + (threshold() + 2 * tooMany));
      } else {
        assertThatThrownBy(() -> code().newDecoder(exact, tooMany))
            .isInstanceOf(UnsupportedOperationException.class)
            .hasMessageContaining("verify");
      }
    }
  }

  @ForEveryCode
  void everySetOfColludersSeesNoiseOfFullRank(Supplier<ProductCode> made) {
    take(made);
    int colluders = code().parameters().colluders();
    for (int operand = 0; operand < 2; operand++) {
      for (Field field : exact.planes()) {
        Encoding encoding = code().encoding(operand, field);
        assertThat(encoding.noiseBlocks()).isEqualTo(colluders * code().blocksPerShare());
        assertThat(encoding.dataBlocks()).isEqualTo(code().grid().blocks(operand));
        assertThat(encoding.blocksPerShare()).isEqualTo(code().blocksPerShare());
        assertThat(encoding.workers()).isEqualTo(workers());
        if (colluders > 0) {
          MinorVerdict verdict = PrivacyCheck.check(encoding, field, colluders);
          assertThat(verdict.passed()).isTrue();
          assertThat(verdict.submatrices()).isEqualTo(Subsets.binomial(workers(), colluders));
        }
      }
    }
  }

  @ForEveryCode
  void weightsAreThoseOfTheEncodingOrSayThatEveryBlockEnters(Supplier<ProductCode> made) {
    take(made);
    for (int operand = 0; operand < 2; operand++) {
      Encoding.Weight said = code().weight(operand);
      Encoding.Weight counted = code().encoding(operand, exact.plane(0)).weight();
      if (said.equals(Encoding.Weight.of(code().grid().blocks(operand)))) {
        assertThat(counted.largest()).isLessThanOrEqualTo(said.largest());
      } else {
        assertThat(counted.mean()).isEqualTo(said.mean(), Offset.offset(1e-12));
        assertThat(counted.largest()).isEqualTo(said.largest());
      }
    }
  }

  @ForEveryCode
  void whatIsNotSupportedIsRefused(Supplier<ProductCode> made) {
    take(made);
    assertMoreAreRefused(radius());
    assertThatIllegalArgumentException().isThrownBy(() -> code().newDecoder(exact, -1));
    assertThatThrownBy(() -> code().newDecoder(Arithmetic.real(), 1))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("verify");
    assertThatThrownBy(() -> code().encoding(2, exact.plane(0)))
        .isInstanceOf(IndexOutOfBoundsException.class);
    Decoder decoder = code().newDecoder(exact, 0);
    decoder.offer(0, Projection.NONE);
    assertThatIllegalStateException().isThrownBy(() -> decoder.offer(0, Projection.NONE));
    assertThatThrownBy(() -> decoder.offer(workers(), Projection.NONE))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ForEveryCode
  void theNumbersAreConsistent(Supplier<ProductCode> made) {
    take(made);
    CodeParameters parameters = code().parameters();
    assertThat(parameters.named())
        .containsEntry("p", code().partition().p())
        .containsEntry("m", code().partition().m())
        .containsEntry("n", code().partition().n());
    assertThat(threshold()).isBetween(1, workers());
    ProductCode twin = made.get();
    assertThat(twin.parameters()).isEqualTo(parameters).hasSameHashCodeAs(parameters);
    assertThat(twin.encoding(1, exact.plane(0))).isEqualTo(code().encoding(1, exact.plane(0)));
    assertThat(CodeCatalog.standard().named(parameters.code())).isNotNull();
  }
}
