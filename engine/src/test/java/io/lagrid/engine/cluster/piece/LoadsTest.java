package io.lagrid.engine.cluster.piece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.codes.Tolerance;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoadsTest {

  private static final long SEED = 3;

  @Test
  void workersAreToleratedByAsManyPiecesAsTheMostLoadedHave() {
    Loads loads = Loads.of(3, 0, 5, 1);
    assertThat(loads.total()).isEqualTo(9);
    assertThat(loads.most()).isEqualTo(5);
    assertThat(loads.inPieces(new Tolerance(2, 1, 0))).isEqualTo(new Tolerance(8, 5, 0));
    assertThat(Loads.even(4, 3).inPieces(new Tolerance(1, 0, 2))).isEqualTo(new Tolerance(3, 0, 6));
  }

  @Test
  void loadsWithoutAPieceAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Loads.of(0, 0))
        .withMessageContaining("0");
    assertThatIllegalArgumentException().isThrownBy(() -> Loads.of(2, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> Loads.of());
  }

  @Test
  void everyPieceHasOneNumberAndNeighboursLieAtDifferentWorkers() {
    Loads loads = Loads.of(3, 0, 5, 1);
    Numbering numbering = new Numbering(loads);
    Set<Numbering.Place> places = new HashSet<>();
    for (int piece = 0; piece < numbering.pieces(); piece++) {
      Numbering.Place place = numbering.place(piece);
      assertThat(numbering.piece(place.worker(), place.layer())).isEqualTo(piece);
      places.add(place);
    }
    assertThat(places).hasSize(9);
    assertThat(numbering.piece(1, 0)).isEqualTo(-1);
    assertThat(numbering.place(0).worker()).isNotEqualTo(numbering.place(1).worker());
  }

  /** Against all loads, by brute force: none that is enough could be done sooner. */
  @Test
  void noLoadsThatAreEnoughWouldBeDoneSooner() {
    Randomness random = Randomness.insecure(SEED);
    int compared = 0;
    for (int trial = 0; trial < 40; trial++) {
      double[] speeds = {
        0.1 + random.nextDouble(), 0.1 + random.nextDouble(), 0.1 + random.nextDouble()
      };
      Loads capacity = Loads.of(4, 5, 6);
      int needed = 3 + random.nextInt(6);
      int stragglers = random.nextInt(2);
      Loads chosen = LoadPolicy.enough(needed, stragglers).next(speeds, capacity);
      boolean possible = capacity.total() - capacity.largest(stragglers) >= needed;
      assertThat(chosen.total() - chosen.largest(stragglers) >= needed).isEqualTo(possible);
      for (int a = 1; a <= 4; a++) {
        for (int b = 1; b <= 5; b++) {
          for (int c = 1; c <= 6; c++) {
            Loads other = Loads.of(a, b, c);
            compared++;
            if (possible && other.total() - other.largest(stragglers) >= needed) {
              assertThat(slowest(other, speeds))
                  .as("%s instead of %s at %s, seed %d", other, chosen, trial, SEED)
                  .isGreaterThanOrEqualTo(slowest(chosen, speeds) - 1e-12);
            }
          }
        }
      }
    }
    assertThat(compared).isEqualTo(40 * 4 * 5 * 6);
  }

  /** The same loads as one piece after the other gives, ties and hopeless workers included. */
  @Test
  void loadsAreThoseOfHandingOutPieceByPiece() {
    Randomness random = Randomness.insecure(SEED);
    for (int trial = 0; trial < 500; trial++) {
      int workers = 1 + random.nextInt(9);
      double[] speeds = new double[workers];
      int[] most = new int[workers];
      for (int worker = 0; worker < workers; worker++) {
        speeds[worker] = random.nextInt(3) > 0 ? random.nextInt(5) : random.nextDouble();
        most[worker] = random.nextInt(7) + (worker == 0 ? 1 : 0);
      }
      Loads capacity = Loads.of(most);
      int needed = 1 + random.nextInt(capacity.total());
      int stragglers = random.nextInt(3);
      assertThat(LoadPolicy.enough(needed, stragglers).next(speeds, capacity))
          .as("trial %d, seed %d", trial, SEED)
          .isEqualTo(handedOut(needed, stragglers, speeds, capacity));
    }
  }

  private static Loads handedOut(int needed, int stragglers, double[] speeds, Loads capacity) {
    int[] loads = new int[speeds.length];
    Arrays.setAll(loads, worker -> Math.min(1, capacity.of(worker)));
    while (Arrays.stream(loads).sum() - Loads.of(loads).largest(stragglers) < needed) {
      int next = -1;
      for (int worker = 0; worker < loads.length; worker++) {
        if (loads[worker] < capacity.of(worker)
            && (next < 0
                || (loads[worker] + 1) / speeds[worker] < (loads[next] + 1) / speeds[next])) {
          next = worker;
        }
      }
      if (next < 0) {
        break;
      }
      loads[next]++;
    }
    return Loads.of(loads);
  }

  /** When the last piece beyond everybody's first is there. */
  private static double slowest(Loads loads, double[] speeds) {
    double slowest = 0;
    for (int worker = 0; worker < loads.workers(); worker++) {
      slowest =
          loads.of(worker) > 1 ? Math.max(slowest, loads.of(worker) / speeds[worker]) : slowest;
    }
    return slowest;
  }
}
