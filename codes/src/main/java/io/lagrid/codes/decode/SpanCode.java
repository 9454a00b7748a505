package io.lagrid.codes.decode;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Code;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.decode.RecentMatrices.Responders;
import java.util.List;

/**
 * A code whose answers are linear combinations of some unknowns, among them the result's blocks: a
 * set of answers decodes when its rows span the space, whether or not all sets of that size do.
 * Answers form no Reed–Solomon word, so that liars are not located.
 *
 * <p>A subclass supplies the rows and what undoes them. Immutable and thread-safe.
 */
public abstract class SpanCode implements Code {

  private final RecentMatrices<Responders> decodeMatrices = new RecentMatrices<>();

  /**
   * The answers in terms of the unknowns: a row per worker, a column per unknown. Over the reals
   * the entries are integers of less than 23 bits; others are refused by {@link #newDecoder}.
   */
  protected abstract Matrix rows(Field field);

  /**
   * The map from answers to the result blocks: one row per result block, one column per answer.
   *
   * @param rows a basis, the rows of as many answers as there are unknowns; not modified
   */
  protected abstract Matrix decodeRows(Field field, Matrix rows);

  /**
   * {@inheritDoc}
   *
   * @throws UnsupportedOperationException if there are adversaries to locate
   * @throws IllegalArgumentException if rows over the reals are not of integers
   */
  @Override
  public final Decoder newDecoder(Arithmetic arithmetic, int adversaries) {
    if (adversaries < 0) {
      throw new IllegalArgumentException(adversaries + " adversaries; counts start at 0");
    }
    if (adversaries > 0) {
      throw new UnsupportedOperationException(
          "%s cannot locate %d liars: its answers are no Reed–Solomon word; verify answers on arrival"
              .formatted(parameters().code(), adversaries));
    }
    return new SpanDecoder(this, arithmetic);
  }

  /**
   * The map from the answers of these workers to the result blocks; kept for the next round.
   *
   * @param workers as many as there are unknowns, whose rows are independent
   */
  final Matrix decodeMatrix(Field field, List<Integer> workers) {
    return decodeMatrices.get(
        new Responders(field, workers),
        () -> {
          Matrix all = rows(field);
          Matrix basis = Matrix.zeros(workers.size(), all.columns());
          for (int i = 0; i < workers.size(); i++) {
            basis
                .block(i, 0, 1, all.columns())
                .write(all.block(workers.get(i), 0, 1, all.columns()));
          }
          return decodeRows(field, basis);
        });
  }
}
