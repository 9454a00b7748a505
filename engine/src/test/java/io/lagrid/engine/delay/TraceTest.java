package io.lagrid.engine.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceTest {

  @TempDir private Path folder;

  @Test
  void replaysItsRoundsGroupOfWorkersAfterGroup() {
    Trace trace = new Trace(new double[][] {{1, 2, 3, 4, 5}, {11, 12, 13, 14, 15}});
    assertThat(trace.workers()).isEqualTo(5);
    assertThat(trace.rounds()).isEqualTo(2);
    assertThat(trace.distinctRounds(2)).isEqualTo(4);
    DelayProcess process = trace.start(2, Randomness.insecure(1));
    List<Double> seen = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      RoundDelays delays = process.next();
      seen.add(delays.seconds(0, 0));
      seen.add(delays.seconds(1, 3));
    }
    assertThat(seen).containsExactly(1.0, 2.0, 11.0, 12.0, 3.0, 4.0, 13.0, 14.0, 1.0, 2.0);
  }

  @Test
  void moreWorkersThanMeasuredAreRefused() {
    Trace trace = new Trace(new double[][] {{1, 2}});
    assertThatThrownBy(() -> trace.start(3, Randomness.insecure(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 workers, but the trace has 2");
    assertThatThrownBy(() -> new Trace(new double[][] {{1, 2}, {1}}))
        .hasMessageContaining("round 1 has 1 workers, round 0 has 2");
    assertThatThrownBy(() -> new Trace(new double[0][0])).hasMessageContaining("no rounds");
  }

  @Test
  void readsPlainAndCompressedInAnyOrder() throws IOException {
    String text = "round, seconds ,worker\r\n0,2.5,1\n1,0.5,0\n\n1,4,1\n0,1e-3,0\n";
    Path plain = Files.writeString(folder.resolve("plain.csv"), text);
    Path compressed = folder.resolve("compressed");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    for (Path file : List.of(plain, compressed)) {
      Trace trace = Trace.read(file);
      assertThat(trace.workers()).isEqualTo(2);
      assertThat(trace.seconds(0, 0)).isEqualTo(0.001);
      assertThat(trace.seconds(1, 0)).isEqualTo(2.5);
      assertThat(trace.seconds(0, 1)).isEqualTo(0.5);
      assertThat(trace.seconds(1, 1)).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'';                        line 1: the file is empty",
        "a,b,c;                     line 1: the header is 'a,b,c'",
        "worker,round,seconds;      line 1: no line follows the header",
        "worker,round,seconds|0,0;  line 2: 2 fields",
        "worker,round,seconds|0,x,1;   line 2: round is 'x'",
        "worker,round,seconds|-1,0,1;  line 2: worker is '-1'",
        "worker,round,seconds|0,1000000,1;  line 2: round is '1000000'",
        "worker,round,seconds|0,0,-1;  line 2: seconds is '-1'",
        "worker,round,seconds|0,0,NaN; line 2: seconds is 'NaN'",
        "worker,round,seconds|0,0,1|0,0,2; line 3: worker 0, round 0 was on line 2",
        "worker,round,seconds|0,0,1|1,1,2; ': 2 lines for 2 workers and 2 rounds'",
      })
  void aBadFileIsRefusedWithItsLine(String lines, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.csv"), lines.replace('|', '\n'));
    assertThatThrownBy(() -> Trace.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bad.csv")
        .hasMessageContaining(message);
  }
}
