package io.lagrid.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.matrix.LongMatrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class DigitsTest {

  @Test
  void theDataIsWhole() {
    LongMatrix images = Digits.images();
    assertThat(images.shape()).isEqualTo("1797x64");
    long[] pixels = images.toArray();
    assertThat(Arrays.stream(pixels).min()).hasValue(0);
    assertThat(Arrays.stream(pixels).max()).hasValue(16);
    assertThat(Arrays.stream(pixels).sum()).isEqualTo(561_718);
    assertThat(images.block(0, 0, 1, 16).toArray())
        .containsExactly(0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0);
  }

  @Test
  void theLicenceIsBesideTheData() throws Exception {
    try (var notice = Digits.class.getResourceAsStream("digits-NOTICE.txt")) {
      assertThat(new String(notice.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
          .contains("BSD 3-Clause License", "The scikit-learn developers", "E. Alpaydin");
    }
  }

  @Test
  void theDirectGramMatrixIsItsDefinition() {
    LongMatrix x = LongMatrix.ofRows(new long[] {1, 2}, new long[] {3, 4}, new long[] {5, 6});
    assertThat(DirectGram.of(x))
        .isEqualTo(LongMatrix.ofRows(new long[] {35, 44}, new long[] {44, 56}));
  }
}
