package io.lagrid.engine.campaign;

import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.ForwardingCluster;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.ShareKey;
import io.lagrid.engine.cluster.WorkerEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A cluster that writes down what is asked of it and what it says. Confined to one thread. */
final class LedgerCluster extends ForwardingCluster {

  private final Map<ShareKey, Set<Integer>> placed = new HashMap<>();
  private final Set<ShareKey> held = new HashSet<>();
  private final List<String> lines = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private int openRounds;

  LedgerCluster(Cluster inner) {
    super(inner);
  }

  /** What happened, one line each, without numbers that differ from run to run. */
  List<String> lines() {
    return lines;
  }

  /** Shares placed twice, placed on some of the workers only, or never released. */
  List<String> complaints(int codedWorkers) {
    List<String> all = new ArrayList<>(complaints);
    placed.forEach(
        (key, workers) -> {
          if (workers.size() != codedWorkers) {
            all.add("%s was placed on %s of %d workers".formatted(key, workers, codedWorkers));
          }
        });
    held.forEach(key -> all.add(key + " was never released"));
    if (openRounds != 0) {
      all.add(openRounds + " rounds were never closed");
    }
    return all;
  }

  @Override
  public void place(ShareKey key, int worker, Share share) {
    if (!placed.computeIfAbsent(key, any -> new TreeSet<>()).add(worker)) {
      complaints.add("a second share for worker %d under %s".formatted(worker, key));
    }
    held.add(key);
    lines.add("place %d of operand %d".formatted(worker, key.operand()));
    super.place(key, worker, share);
  }

  @Override
  public void release(ShareKey key) {
    held.remove(key);
    lines.add("release operand " + key.operand());
    super.release(key);
  }

  @Override
  public Round startAll(List<Dispatch> dispatches) {
    lines.add("start at " + clock().nanos());
    openRounds++;
    Round round = super.startAll(dispatches);
    return new Round() {
      private boolean closed;

      @Override
      public @Nullable WorkerEvent next(long deadlineNanos) throws InterruptedException {
        WorkerEvent event = round.next(deadlineNanos);
        lines.add(line(event));
        return event;
      }

      @Override
      public void close() {
        openRounds -= closed ? 0 : 1;
        closed = true;
        round.close();
      }
    };
  }

  private String line(@Nullable WorkerEvent event) {
    String what = event == null ? "nothing" : event.getClass().getSimpleName() + event.worker();
    String answer =
        event instanceof WorkerEvent.Answered answered ? " " + answered.answer().hashCode() : "";
    return "%d: %s%s".formatted(clock().nanos(), what, answer);
  }
}
