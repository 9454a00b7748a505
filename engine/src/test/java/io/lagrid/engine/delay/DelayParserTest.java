package io.lagrid.engine.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.engine.delay.Distribution.Bimodal;
import io.lagrid.engine.delay.Distribution.Constant;
import io.lagrid.engine.delay.Distribution.Pareto;
import io.lagrid.engine.delay.Distribution.ShiftedExponential;
import io.lagrid.engine.delay.Distribution.Weibull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelayParserTest {

  @Test
  void everyFormIsRead() throws IOException {
    assertThat(DelayModel.parse("constant:2")).isEqualTo(new Constant(2));
    assertThat(DelayModel.parse("shiftexp:1,0.5")).isEqualTo(new ShiftedExponential(1, 0.5));
    assertThat(DelayModel.parse("weibull:0.5,3")).isEqualTo(new Weibull(0.5, 3));
    assertThat(DelayModel.parse("pareto:1.5,2e-3")).isEqualTo(new Pareto(1.5, 0.002));
    assertThat(DelayModel.parse("bimodal:0.1,1,10")).isEqualTo(new Bimodal(0.1, 1, 10));
    assertThat(DelayModel.parse("hosts:4,0.1,5/constant:1"))
        .isEqualTo(new SlowHosts(4, 0.1, 5, new Constant(1)));
    assertThat(DelayModel.parse("speeds:1,2/bursts:0.1,0.2,8/shiftexp:1,2"))
        .isEqualTo(
            new Speeds(List.of(1.0, 2.0), new Bursts(0.1, 0.2, 8, new ShiftedExponential(1, 2))));
  }

  @Test
  void aTraceTakesTheRestAsItsName(@TempDir Path folder) throws IOException {
    Path file = Files.createDirectory(folder.resolve("a,b")).resolve("c:d.csv");
    Files.writeString(file, "worker,round,seconds\n0,0,1.5\n");
    DelayModel model = DelayModel.parse("speeds:2/trace:" + file);
    assertThat(((Trace) ((Speeds) model).model()).seconds(0, 0)).isEqualTo(1.5);
    assertThatThrownBy(() -> DelayModel.parse("trace:" + folder.resolve("none.csv")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "fast;                     1; 'fast' is no model; constant:SECONDS",
        "'';                       1; '' is no model; trace:FILE",
        "gauss:1,2;                1; 'gauss' is no model; weibull:SHAPE,SCALE",
        "shiftexp:1;              10; 1 number; A,MU",
        "shiftexp:1,2,3;          10; 3 numbers; A,MU",
        "bimodal:0.1,x,5;         13; 'x' is no number; a decimal number",
        "bimodal:0.1,1,NaN;       15; 'NaN' is no number; a decimal number",
        "weibull:,1;               9; '' is no number; a decimal number",
        "constant:1/constant:2;   11; '/constant:2' follows a whole model; nothing more",
        "shiftexp:1,0;             1; the rate is 0.0; a positive number",
        "bimodal:2,1,2;            1; the probability is 2.0; 0 to 1",
        "hosts:1.5,0,2/constant:1; 7; 1.5 workers per host; a whole number from 1",
        "hosts:2,0.1,2;           14; the model is missing; /MODEL",
        "hosts:2,0.1,2/;          15; '' is no model; shiftexp:A,MU",
        "hosts:2,7,2/constant:1;   1; the probability is 7.0; 0 to 1",
        "bursts:1,2/constant:1;    8; 2 numbers; ONSET,RECOVERY,FACTOR",
        "speeds:1,-1/constant:1;   1; a speed is -1.0; a positive number",
        "speeds:1/pareto:0,1;     10; the shape is 0.0; a positive number",
        "trace:;                   7; the name of the file is missing; trace:FILE",
      })
  void anythingElseIsRefusedWithItsPosition(String text, int position, String what, String legal) {
    assertThatThrownBy(() -> DelayModel.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("delay model '" + text + "' at character " + position + ": ")
        .hasMessageContaining(what)
        .hasMessageContaining(legal);
  }
}
