package io.lagrid.cli.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {

  @TempDir Path folder;

  @Test
  void textIsWrittenInUtf8AndReplacesWhatWasThere() throws IOException {
    Path file = Files.writeString(folder.resolve("a.html"), "something longer than what follows");
    AtomicFile.at(file).write("5 µs – σ");
    assertThat(file).hasBinaryContent("5 µs – σ".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void bytesAreWrittenAsTheyAre() {
    byte[] bytes = new byte[1 << 16];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * i);
    }
    Path file = folder.resolve("a.png");
    AtomicFile.at(file).write(bytes);
    assertThat(file).hasBinaryContent(bytes);
    AtomicFile.at(file).write(new byte[0]);
    assertThat(file).isEmptyFile();
  }
}
