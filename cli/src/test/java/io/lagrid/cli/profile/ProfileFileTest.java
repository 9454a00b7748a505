package io.lagrid.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.engine.cluster.sim.Network;
import io.lagrid.engine.delay.Distribution;
import io.lagrid.engine.forecast.WorkerProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProfileFileTest {

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("profile.json"), text);
  }

  @Test
  void readsWhatItWrites() throws IOException {
    TaskTimes times = new TaskTimes(new double[] {1e-10, 1e-10, 2e-10});
    Network links = new Network(0.125, 1e9);
    WorkerProfile read = ProfileFile.read(file(ProfileFile.of(times, links).toString()));
    assertThat(read.secondsPerMultiplyAdd()).isCloseTo(1e-10, within(1e-20));
    assertThat(read.slowness()).isEqualTo(times.slowness());
    assertThat(read.network()).isEqualTo(links);
  }

  @Test
  void whatIsNotSaidIsTypical() throws IOException {
    WorkerProfile read = ProfileFile.read(file("{\"gigaMultiplyAddsPerSecond\":2}"));
    assertThat(read).isEqualTo(WorkerProfile.TYPICAL.withSecondsPerMultiplyAdd(1e-9 / 2.0));
    WorkerProfile far =
        ProfileFile.read(
            file(
                "{\"gigaMultiplyAddsPerSecond\":2,\"slowness\":\"constant:3\","
                    + "\"latencySeconds\":0.5,\"bytesPerSecond\":10}"));
    assertThat(far.network()).isEqualTo(new Network(0.5, 10));
    assertThat(far.slowness()).isEqualTo(new Distribution.Constant(3));
  }

  @Test
  void learnsFromRuns() throws IOException {
    String run =
        "{\"workMultiplyAdds\":1e6,\"timeline\":[{\"compute\":0.001},{\"compute\":null},"
            + "{\"compute\":0.002}]}\n";
    WorkerProfile learned = ProfileFile.read(file(run + run));
    assertThat(learned.secondsPerMultiplyAdd()).isCloseTo(1e-9, within(1e-18));
    assertThat(learned.slowness()).isEqualTo(new Distribution.ShiftedExponential(1, 2));
    assertThat(learned.network()).isEqualTo(WorkerProfile.TYPICAL.network());
  }

  /** Three workers share 6 MB; the fastest message took 2 ms beside its task of 1 ms. */
  @Test
  void learnsTheFastestLinkFromRuns() throws IOException {
    String run =
        "{\"workMultiplyAdds\":1e6,\"bytes\":{\"up\":5e6,\"down\":1e6},\"timeline\":["
            + "{\"arrival\":0.003,\"compute\":0.001},{\"arrival\":0.001,\"compute\":null},"
            + "{\"arrival\":0.007,\"compute\":0.002}]}\n";
    String slower = run.replace("0.003", "0.005");
    Network links = ProfileFile.read(file(slower + run + slower)).network();
    assertThat(links.latencySeconds()).isZero();
    assertThat(links.bytesPerSecond()).isCloseTo(1e9, within(1.0));
  }

  @Test
  void whatSaysNothingOfWorkersIsRefused() throws IOException {
    assertThatThrownBy(() -> ProfileFile.read(folder.resolve("none.json")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("no such file");
    for (String text : new String[] {"{}", "[1,2]", "{\"gigaMultiplyAddsPerSecond\":-1}", "no"}) {
      Path file = file(text);
      assertThatThrownBy(() -> ProfileFile.read(file))
          .as(text)
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("profile.json");
    }
  }
}
