package io.lagrid.codes.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which sets of responders are looked at, and what is made of their figures. */
final class ResponderSurveyTest {

  private final List<List<Integer>> seen = new ArrayList<>();

  private ResponderSurvey survey(double enough, double... figures) {
    return ResponderSurvey.of(
        9,
        figures.length - 3,
        enough,
        order -> {
          seen.add(order);
          return figures[seen.size() - 1];
        });
  }

  @Test
  void setsWithoutNeighboursFollowThoseDrawn() {
    survey(100, 1, 1, 1, 1, 1, 1, 1);
    assertThat(seen).hasSize(7);
    assertThat(seen.subList(4, 7))
        .containsExactly(
            List.of(0, 1, 2, 3, 4, 5, 6, 7, 8),
            List.of(8, 7, 6, 5, 4, 3, 2, 1, 0),
            List.of(0, 8, 1, 7, 2, 6, 3, 5, 4));
    assertThat(seen.get(5).subList(0, 7)).as("without the first").doesNotContain(0, 1);
    assertThat(seen.get(6).subList(0, 7)).as("without the middle").doesNotContain(4, 5);
    Set<List<Integer>> drawn = new HashSet<>(seen.subList(0, 4));
    assertThat(drawn).hasSize(4);
    drawn.forEach(order -> assertThat(order).containsExactlyInAnyOrderElementsOf(seen.get(4)));
    List<List<Integer>> before = List.copyOf(seen);
    seen.clear();
    survey(100, 1, 1, 1, 1, 1, 1, 1);
    assertThat(seen).isEqualTo(before);
  }

  @Test
  void typicalIsTheMedianOfThoseDrawnAndWorstTheLargestOfAll() {
    assertThat(survey(100, 3, 1, 2, 5, 9, 4)).isEqualTo(new ResponderSurvey(2, 9));
    seen.clear();
    assertThat(survey(100, 3, 8, 2, 1, 1, 1)).isEqualTo(new ResponderSurvey(3, 8));
    assertThat(new ResponderSurvey(3, 8).times(2)).isEqualTo(new ResponderSurvey(6, 16));
  }

  @Test
  void aFigureThatIsNoNumberIsTheWorst() {
    assertThat(survey(100, 3, 1, 2, 5, Double.NaN, 4))
        .isEqualTo(new ResponderSurvey(2, Double.POSITIVE_INFINITY));
    assertThat(seen).as("enough").hasSize(5);
  }

  @Test
  void nothingIsLookedAtAfterEnough() {
    assertThat(survey(4, 3, 7, 2, 5, 9, 4)).isEqualTo(new ResponderSurvey(7, 7));
    assertThat(seen).hasSize(2);
  }
}
