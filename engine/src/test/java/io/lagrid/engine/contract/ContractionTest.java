package io.lagrid.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Naive;
import io.lagrid.engine.Settings;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Script;
import io.lagrid.engine.cluster.ScriptedCluster;
import io.lagrid.engine.cluster.fault.FaultSpec;
import io.lagrid.engine.cluster.fault.FaultyCluster;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.Result;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractionTest {

  private static final long SEED = 20261124;
  private static final String LETTERS = "abcd";

  private final Randomness random = Randomness.insecure(SEED);

  private static int length(char letter) {
    return 2 + LETTERS.indexOf(letter) % 3;
  }

  private Tensor random(String letters) {
    List<Integer> sides = new ArrayList<>();
    int entries = 1;
    for (int i = 0; i < letters.length(); i++) {
      sides.add(length(letters.charAt(i)));
      entries *= sides.get(i);
    }
    return new Tensor(sides, Naive.longs(1, entries, 100, random));
  }

  private String letters(int count) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return letters.toString();
  }

  /** Some of the operands' letters, in any order. */
  private String result(String operands) {
    StringBuilder rest = new StringBuilder();
    operands.chars().distinct().forEach(c -> rest.append((char) c));
    StringBuilder result = new StringBuilder();
    while (rest.length() > 0) {
      int at = random.nextInt(rest.length());
      if (random.nextInt(3) > 0) {
        result.append(rest.charAt(at));
      }
      rest.deleteCharAt(at);
    }
    return result.toString();
  }

  /** The definition: the sum over all values of all letters. */
  private static long[] naive(Notation notation, Tensor a, Tensor b) {
    int[] sizes = LETTERS.chars().map(c -> length((char) c)).toArray();
    int all = sizes[0] * sizes[1] * sizes[2] * sizes[3];
    int entries = 1;
    for (char c : notation.result().toCharArray()) {
      entries *= length(c);
    }
    long[] result = new long[entries];
    String used = notation.left() + notation.right();
    for (int n = 0; n < all; n++) {
      int[] index = new int[4];
      boolean counts = true;
      for (int k = 0, rest = n; k < 4; rest /= sizes[k++]) {
        index[k] = rest % sizes[k];
        counts &= index[k] == 0 || used.indexOf(LETTERS.charAt(k)) >= 0;
      }
      if (counts) {
        long x = ((LongMatrix) a.entries()).data()[at(notation.left(), index)];
        long y = ((LongMatrix) b.entries()).data()[at(notation.right(), index)];
        result[at(notation.result(), index)] += x * y;
      }
    }
    return result;
  }

  private static int at(String letters, int[] index) {
    int at = 0;
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      at = at * length(c) + index[LETTERS.indexOf(c)];
    }
    return at;
  }

  @Test
  void randomNotationsGiveWhatTheDefinitionGives() {
    for (int trial = 0; trial < 300; trial++) {
      String left = letters(random.nextInt(4));
      String right = letters(random.nextInt(4));
      Notation notation = new Notation(left, right, result(left + right));
      Tensor a = random(left);
      Tensor b = random(right);
      try (ScriptedCluster cluster = new ScriptedCluster(7, Script.inTurn())) {
        Lagrid lagrid = Lagrid.on(cluster).tolerating(Tolerance.stragglers(1));
        Result<Tensor> result = Contraction.of(notation.toString()).on(lagrid, a, b);
        assertThat(((LongMatrix) result.value().entries()).data())
            .as("trial %d, %s, seed %d", trial, notation, SEED)
            .isEqualTo(naive(notation, a, b));
        assertThat(result.report().operation().name()).isEqualTo("contract");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"'ab,bc', ac", "'ba,bc', ac", "'ab,ab', ''", "'b,a', ab", "'aa,b', b"})
  void withoutAnArrowTheLettersThatAppearOnceAreLeft(String text, String result) {
    assertThat(Notation.parse(text).result()).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ab,bc->aa | 9 | 'a' appears twice in the result",
        "ab,bc->ad | 9 | 'd' is an axis of neither operand",
        "ab,b.->a | 5 | '.' is out of place; legal are letters, one comma and one ->",
        "ab->ba | 3 | a comma and a second operand are expected",
        "ab | 3 | a comma and a second operand are expected",
        "a,b,c->a | 4 | ',' is out of place; legal are letters, one comma and one ->",
        "a,b->a->b | 7 | '-' is out of place; legal are letters, one comma and one ->",
        "a->b,c | 5 | ',' is out of place; legal are letters, one comma and one ->"
      })
  void errorsPointAtTheCharacter(String text, int character, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Notation.parse(text))
        .withMessage("contraction '%s', character %d: %s".formatted(text, character, problem));
  }

  /** 40 products on 8 workers are more than any batch code takes: several go into a block. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 40})
  void batchesOfAnySizeSurviveALiarAndAStraggler(int batch) {
    Tensor a = new Tensor(List.of(batch, 3, 4), Naive.longs(1, batch * 12, 1 << 20, random));
    Tensor b = new Tensor(List.of(batch, 4, 2), Naive.longs(1, batch * 8, 1 << 20, random));
    LongMatrix expected = LongMatrix.zeros(1, batch * 6);
    for (int l = 0; l < batch; l++) {
      LongMatrix x = LongMatrix.of(3, 4, part(a, l * 12, 12));
      LongMatrix y = LongMatrix.of(4, 2, part(b, l * 8, 8));
      System.arraycopy(Naive.product(x, y).data(), 0, expected.data(), l * 6, 6);
    }
    for (int liar = 0; liar < 8; liar++) {
      Cluster scripted = new ScriptedCluster(8, Script.inTurn());
      FaultSpec faults = FaultSpec.parse("lie:worker" + liar);
      try (Cluster cluster = FaultyCluster.around(scripted, faults, random)) {
        Lagrid lagrid = Lagrid.on(cluster).tolerating(new Tolerance(1, 1, 1));
        Result<Tensor> result = Contraction.of("bij,bjk->bik").on(lagrid, a, b);
        assertThat(result.value().entries()).isEqualTo(expected);
        assertThat(result.report().workersThat(Fate.USED)).doesNotContain(liar);
      }
    }
  }

  private static long[] part(Tensor tensor, int from, int count) {
    long[] part = new long[count];
    System.arraycopy(((LongMatrix) tensor.entries()).data(), from, part, 0, count);
    return part;
  }

  @Test
  void doublesStayWithinTheBound() {
    double[] x = Naive.doubles(1, 60, random).data();
    double[] y = Naive.doubles(1, 60, random).data();
    for (int colluders = 0; colluders <= 1; colluders++) {
      try (ScriptedCluster cluster = new ScriptedCluster(9, Script.inTurn())) {
        Settings settings = Settings.DEFAULT.withTolerance(new Tolerance(1, 1, colluders));
        Lagrid lagrid = Lagrid.on(cluster).with(settings);
        Result<Tensor> result =
            Contraction.of("abi,abi->ab").on(lagrid, Tensor.of(x, 4, 3, 5), Tensor.of(y, 4, 3, 5));
        double[] found = ((Matrix) result.value().entries()).toArray();
        for (int n = 0; n < 12; n++) {
          double expected = 0;
          for (int i = 0; i < 5; i++) {
            expected += x[n * 5 + i] * y[n * 5 + i];
          }
          assertThat(Math.abs(found[n] - expected))
              .isLessThanOrEqualTo((result.report().errorBound() + 0x1p-50) * 60);
        }
        assertThat(result.report().errorBound()).isLessThan(1e-7);
      }
    }
  }

  @Test
  void aSumBeyondInt64IsRefused() {
    Tensor big = Tensor.of(new long[] {Long.MAX_VALUE, 1}, 2);
    Tensor one = Tensor.of(new long[] {1}, 1);
    try (ScriptedCluster cluster = new ScriptedCluster(3, Script.inTurn())) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Contraction.of("a,b->b").on(Lagrid.on(cluster), big, one))
          .withMessageContaining("the sum over axis 'a' of operand 'a' leaves int64");
    }
  }
}
