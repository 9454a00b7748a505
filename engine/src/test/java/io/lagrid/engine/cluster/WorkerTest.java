package io.lagrid.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.engine.cluster.WorkerEvent.Answered;
import io.lagrid.engine.cluster.WorkerEvent.Lost;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkerTest {

  private static final ShareKey KEY = new ShareKey(3, 1);

  private final VirtualClock clock = new VirtualClock();

  @Test
  void timesTheTaskOnItsClock() {
    Task task =
        (shares, kernels, cancellation) -> {
          clock.advanceTo(1234);
          return Probe.block(5);
        };
    Worker worker = new Worker(7, clock, Kernels::fastest);
    assertThat(worker.run(new Dispatch(2, task, List.of()), Cancellation.never()))
        .isEqualTo(new Answered(7, 2, Probe.block(5), 1234));
  }

  @Test
  void aCancelledTaskIsLost() {
    Task task =
        (shares, kernels, cancellation) -> {
          cancellation.check();
          return Probe.block(5);
        };
    WorkerEvent event =
        new Worker(7, clock, Kernels::fastest).run(new Dispatch(2, task, List.of()), () -> true);
    assertThat(event).isInstanceOf(Lost.class);
  }

  @Test
  void aFailureWhoseMessageFailsIsStillALoss() {
    Task task =
        (shares, kernels, cancellation) -> {
          throw new IllegalStateException() {
            private static final long serialVersionUID = 1;

            @Override
            public String getMessage() {
              throw new IllegalStateException("again");
            }
          };
        };
    assertThat(
            new Worker(7, clock, Kernels::fastest)
                .run(new Dispatch(2, task, List.of()), Cancellation.never()))
        .isEqualTo(new Lost(7, 2, "the task failed"));
  }

  @Test
  void holdsWhatWasPlacedUntilItIsReleased() {
    Worker worker = new Worker(7, clock, Kernels::fastest);
    worker.place(KEY, Probe.share(1));
    worker.place(new ShareKey(3, 2), Probe.share(1));
    assertThat(worker.held()).isEqualTo(2);
    assertThatThrownBy(() -> worker.place(KEY, Probe.share(2)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("worker 7 already holds a share under job 3, operand 1");
    worker.release(KEY);
    worker.release(KEY);
    assertThat(worker.held()).isEqualTo(1);
    worker.releaseAll();
    assertThat(worker.held()).isZero();
  }

  @Test
  void asksForKernelsWhenATaskStarts() {
    AtomicInteger asked = new AtomicInteger();
    Worker worker =
        new Worker(
            7,
            clock,
            () -> {
              asked.incrementAndGet();
              throw new UnsatisfiedLinkError("no kernels here");
            });
    worker.place(KEY, Probe.share(1));
    Task task = (shares, kernels, cancellation) -> Probe.block(5);
    assertThat(asked).hasValue(0);
    WorkerEvent event = worker.run(new Dispatch(2, task, List.of(KEY)), Cancellation.never());
    assertThat(((Lost) event).reason()).contains("no kernels here");
    assertThat(asked).hasValue(1);
  }

  @Test
  void aShareHasAPlanePerField() {
    Arithmetic two = Arithmetic.residues(List.of(5, 7));
    assertThat(Share.of(two, Block.zeros(2, 3, 4)).bytes()).isEqualTo(2 * 3 * 4 * 8);
    assertThatThrownBy(() -> Share.of(two, Block.zeros(3, 3, 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a block of 3 planes in an arithmetic of 2");
  }
}
