package io.lagrid.spark.wire;

import static io.lagrid.algebra.kernel.Cancellation.never;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.SparseBlock;
import io.lagrid.algebra.matrix.SparsityPattern;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.engine.cluster.WorkerEvent.Answered;
import io.lagrid.engine.cluster.WorkerEvent.Lost;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

  private static final long SEED = 7;

  @ParameterizedTest
  @CsvSource({
    "0, 3",
    "-1, 3",
    "8388607, 3",
    "-8388608, 3",
    "8388608, 4",
    "-8388609, 4",
    "2147483647, 4",
    "-2147483648, 4",
    "2147483648, 8",
    "0.5, 8",
    "-0.0, 8",
    "NaN, 8",
    "Infinity, 8",
    "-Infinity, 8",
    "1e300, 8",
    "4.9e-324, 8"
  })
  void aPlaneTakesTheSmallestWidthThatHoldsItToTheBit(double value, int bytes) {
    Block block = new Block(List.of(Matrix.ofRows(new double[] {1, value})));
    assertThat(EntryWidth.of(block.plane(0)).bytes()).isEqualTo(bytes);
    Share back = ShareFormat.read(ShareFormat.write(Share.of(Arithmetic.real(), block)));
    assertThat(Double.doubleToRawLongBits(back.blocks().get(0).plane(0).get(0, 1)))
        .isEqualTo(Double.doubleToRawLongBits(value));
  }

  @Test
  void residuesTravelInThreeBytes() {
    PrimeField field = PrimeField.of(8388593);
    int rows = 100;
    double[] data = new double[rows * rows];
    Randomness.insecure(SEED).fill(field, data, 0, data.length);
    Share share =
        Share.of(
            Arithmetic.residues(List.of(8388593)), new Block(List.of(Matrix.of(rows, rows, data))));
    byte[] bytes = ShareFormat.write(share);
    assertThat(bytes.length).isBetween(3 * data.length, 3 * data.length + 64);
    assertThat(ShareFormat.read(bytes)).isEqualTo(share);
  }

  @Test
  void everyShapeComesBack() {
    int[] sides = {0, 1, 2, 3, 7, 16};
    int cases = 0;
    for (int rows : sides) {
      for (int columns : sides) {
        for (int blocks = 0; blocks <= 2; blocks++) {
          Share share = share(rows, columns, blocks);
          assertThat(ShareFormat.read(ShareFormat.write(share)))
              .as("%d blocks of %dx%d", blocks, rows, columns)
              .isEqualTo(share);
          cases++;
        }
      }
    }
    assertThat(cases).isEqualTo(sides.length * sides.length * 3);
  }

  @Test
  void viewsAreWrittenAsWhatTheyShow() {
    Matrix all = Matrix.ofRows(new double[] {1, 2, 3}, new double[] {4, 5, 6});
    Block view = new Block(List.of(all.block(0, 1, 2, 2)));
    Share back = ShareFormat.read(ShareFormat.write(Share.of(Arithmetic.real(), view)));
    assertThat(back.blocks()).containsExactly(view);
  }

  @Test
  void sparseSharesComeBackWithoutTheirZeros() {
    SparsityPattern pattern =
        SparsityPattern.of(3, 100_000, new int[] {0, 2, 2, 3}, new int[] {7, 99_999, 0});
    SparseBlock sparse =
        SparseBlock.of(pattern, List.of(new double[] {1, -2, 48}, new double[] {1, 0.5, -0.0}));
    Share share = new Share(Arithmetic.residues(List.of(97, 8388593)), List.of(sparse, sparse));
    byte[] bytes = ShareFormat.write(share);
    assertThat(ShareFormat.read(bytes)).isEqualTo(share);
    int block = 1 + 4 * 4 + 4 * (4 + 3) + (1 + 3 * 3) + (1 + 3 * 8);
    assertThat(bytes).hasSize(1 + 4 + 2 * 4 + 4 + 2 * block);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> ShareFormat.read(cut))
          .as("cut off after %d of %d bytes", length, bytes.length)
          .isInstanceOf(IllegalArgumentException.class);
    }
    bytes[1 + 4 + 2 * 4 + 4] = 2;
    assertThatThrownBy(() -> ShareFormat.read(bytes)).hasMessageContaining("form 2");
  }

  @Test
  void repliesComeBack() {
    Block block = new Block(List.of(Matrix.ofRows(new double[] {1.5, 2}, new double[] {3, 4})));
    Answered answered = new Answered(3, 9, block, 123);
    Reply answer = Reply.read(Reply.write(List.of(5L, 8L), answered));
    assertThat(answer.stored()).containsExactly(5L, 8L);
    assertThat(answer.event(3, 9)).isEqualTo(answered);
    assertThat(answer.event(3, 9)).isEqualTo(answered);

    Lost lost = new Lost(2, 9, "ein schlechter Tag – 悪い日");
    Reply loss = Reply.read(Reply.write(List.of(), lost));
    assertThat(loss.stored()).isEmpty();
    assertThat(loss.event(2, 9)).isEqualTo(lost);
  }

  @Test
  void whatIsCutOffOrOfAnotherVersionIsRefused() {
    byte[] share = ShareFormat.write(share(3, 4, 2));
    for (int length = 0; length < share.length; length++) {
      byte[] cut = Arrays.copyOf(share, length);
      assertThatThrownBy(() -> ShareFormat.read(cut))
          .as("cut off after %d of %d bytes", length, share.length)
          .isInstanceOf(IllegalArgumentException.class);
    }
    share[0] = 3;
    assertThatThrownBy(() -> ShareFormat.read(share))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("version 3");
  }

  @Test
  void aReplyThatCannotBeReadIsALoss() {
    Block block = new Block(List.of(Matrix.ofRows(new double[] {1, 2})));
    byte[] reply = Reply.write(List.of(1L), new Answered(0, 1, block, 5));
    for (int length = 14; length < reply.length; length++) { // behind the stored parcels
      WorkerEvent event = Reply.read(Arrays.copyOf(reply, length)).event(4, 1);
      assertThat(event).as("cut off after %d bytes", length).isInstanceOf(Lost.class);
      assertThat(event.worker()).isEqualTo(4);
    }
    reply[1] = 77;
    assertThat(Reply.read(reply).event(4, 1).toString()).contains("unknown kind 77");
  }

  @Test
  void whatIsSealedForOneWorkerIsClosedToOthers() {
    Randomness random = Randomness.insecure(SEED);
    Seal own = Seal.draw(random);
    Seal other = Seal.draw(random);
    byte[] share = ShareFormat.write(share(3, 3, 1));
    byte[] sealed = own.close(5, share);
    assertThat(new Seal(own.key()).open(5, sealed, never())).isEqualTo(share);
    assertThatThrownBy(() -> other.open(5, sealed, never()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> own.open(6, sealed, never()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("parcel 6");
    sealed[0] ^= 1;
    assertThatThrownBy(() -> own.open(5, sealed, never()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(own).hasToString("Seal").isNotEqualTo(other).isEqualTo(new Seal(own.key()));
    assertThatThrownBy(() -> new Seal(new byte[15]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("15 bytes");
  }

  @Test
  void bytesOfEveryLengthAreSealedSegmentBySegment() {
    Seal seal = Seal.draw(Randomness.insecure(SEED));
    for (int length :
        new int[] {0, 1, Seal.SEGMENT - 1, Seal.SEGMENT, Seal.SEGMENT + 1, 3 * Seal.SEGMENT}) {
      byte[] bytes = new byte[length];
      for (int i = 0; i < length; i++) {
        bytes[i] = (byte) (i / 7);
      }
      byte[] sealed = seal.close(9, bytes);
      assertThat(seal.open(9, sealed, never())).as("%d bytes", length).isEqualTo(bytes);
    }
  }

  @Test
  void segmentsAreNotLeftOutAddedOrPutInAnotherOrder() {
    Seal seal = Seal.draw(Randomness.insecure(SEED));
    int step = Seal.SEGMENT + 16;
    byte[] sealed = seal.close(9, new byte[3 * Seal.SEGMENT]);
    byte[] swapped = sealed.clone();
    System.arraycopy(sealed, 0, swapped, step, step);
    System.arraycopy(sealed, step, swapped, 0, step);
    byte[] longer = Arrays.copyOf(sealed, 4 * step);
    System.arraycopy(sealed, 2 * step, longer, 3 * step, step);
    byte[] shorter = Arrays.copyOf(sealed, 2 * step);
    for (byte[] other :
        List.of(swapped, longer, shorter, new byte[0], Arrays.copyOf(sealed, 2 * step + 5))) {
      assertThatThrownBy(() -> seal.open(9, other, never()))
          .as("%d bytes", other.length)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("parcel 9");
    }
  }

  @Test
  void aCancelledTaskStopsBetweenSegments() {
    Seal seal = Seal.draw(Randomness.insecure(SEED));
    byte[] sealed = seal.close(9, new byte[5 * Seal.SEGMENT]);
    AtomicInteger asked = new AtomicInteger();
    assertThatThrownBy(() -> seal.open(9, sealed, () -> asked.incrementAndGet() == 3))
        .isInstanceOf(CancellationException.class);
    assertThat(asked).hasValue(3);
  }

  private static Share share(int rows, int columns, int blocks) {
    Arithmetic arithmetic = Arithmetic.residues(List.of(97, 8388593));
    Block[] all = new Block[blocks];
    Arrays.setAll(all, i -> Block.zeros(2, rows, columns));
    for (int i = 0; i < blocks; i++) {
      for (int j = 0; j < rows * columns; j++) {
        all[i].plane(j % 2).data()[j] = i - 40 + j;
      }
    }
    return new Share(arithmetic, List.of(all));
  }
}
