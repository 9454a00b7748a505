package io.lagrid.codes;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;

/** Ways to answer wrongly. */
public enum Lie {
  /** Every entry uniformly random. */
  RANDOM {
    @Override
    Block answer(int worker, NaiveRound truth, NaiveRound other, Randomness random) {
      Block honest = truth.answers().get(worker);
      return truth.randomBlock(honest.rows(), honest.columns());
    }
  },
  /** One entry of one plane uniformly random. */
  SINGLE_ENTRY {
    @Override
    Block answer(int worker, NaiveRound truth, NaiveRound other, Randomness random) {
      Block honest = truth.answers().get(worker);
      List<Matrix> planes = new ArrayList<>(honest.planes());
      int plane = random.nextInt(planes.size());
      Matrix changed = honest.plane(plane).copy();
      int row = random.nextInt(changed.rows());
      int column = random.nextInt(changed.columns());
      changed.set(row, column, truth.randomBlock(1, 1).plane(plane).get(0, 0));
      planes.set(plane, changed);
      return new Block(planes);
    }
  },
  /** Another worker's honest answer. */
  ANOTHER_WORKERS {
    @Override
    Block answer(int worker, NaiveRound truth, NaiveRound other, Randomness random) {
      return truth.answers().get((worker + 1) % truth.answers().size());
    }
  },
  /** The honest answer to other data: all liars together agree with one wrong codeword. */
  ANOTHER_CODEWORD {
    @Override
    Block answer(int worker, NaiveRound truth, NaiveRound other, Randomness random) {
      return other.answers().get(worker);
    }
  };

  abstract Block answer(int worker, NaiveRound truth, NaiveRound other, Randomness random);

  /** The answers of a round in which the given workers lie. */
  public List<Block> apply(
      List<Integer> liars, NaiveRound truth, NaiveRound other, Randomness random) {
    List<Block> answers = new ArrayList<>(truth.answers());
    for (int liar : liars) {
      answers.set(liar, answer(liar, truth, other, random));
    }
    return answers;
  }
}
