package io.lagrid.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.cli.format.ArrayFiles;
import io.lagrid.cli.format.array.DoubleArray;
import io.lagrid.cli.format.array.Shape;
import io.lagrid.cli.run.ExitCode;
import io.lagrid.engine.function.Activation;
import io.lagrid.engine.function.BlockFunction;
import io.lagrid.engine.function.FunctionCatalog;
import io.lagrid.engine.function.Layer;
import io.lagrid.engine.function.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** lagrid map, from files to files, with faults. */
final class MapCommandTest {

  @TempDir Path folder;

  @BeforeEach
  void writeOperands() {
    ArrayFiles.target(file("x.npy")).write(doubles(Shape.of(20, 4)));
    ArrayFiles.target(file("v.npy")).write(doubles(Shape.of(21)));
    ArrayFiles.target(file("s.npy")).write(doubles(Shape.of(5, 3, 3)));
  }

  private static DoubleArray doubles(Shape shape) {
    double[] data =
        IntStream.range(0, shape.entries()).mapToDouble(k -> 2 * Math.sin(0.09 * k)).toArray();
    return new DoubleArray(shape, data);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  /** Runs map; {@code ~} stands for the folder. */
  private Shell.Result map(String line) {
    return Shell.run(("map " + line).replace("~", folder.toString()).split(" "));
  }

  private JsonNode json(String line) throws JsonProcessingException {
    Shell.Result result = map(line + " --json");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    return new ObjectMapper().readTree(result.out());
  }

  private DoubleArray read(String name) {
    return (DoubleArray) ArrayFiles.read(file(name));
  }

  private static double relativeError(double[] found, double[] exact) {
    assertThat(found).hasSameSizeAs(exact);
    double errors = 0;
    double squares = 0;
    for (int i = 0; i < found.length; i++) {
      errors += (found[i] - exact[i]) * (found[i] - exact[i]);
      squares += exact[i] * exact[i];
    }
    return Math.sqrt(errors / squares);
  }

  @ParameterizedTest
  @ValueSource(strings = {"relu", "sigmoid", "tanh", "gelu", "softmax", "layer-norm"})
  void functionsOfRowsAreEstimated(String name) throws JsonProcessingException {
    JsonNode run = json(name + " ~/x.npy -o ~/y.npy --workers 60 --blocks 5");
    DoubleArray found = read("y.npy");
    assertThat(found.shape()).isEqualTo(Shape.of(20, 4));
    BlockFunction function = FunctionCatalog.named(name);
    double[] exact = function.apply(doubles(Shape.of(20, 4)).matrix(20, 4)).toArray();
    assertThat(relativeError(found.data(), exact)).isLessThan(0.05);
    assertThat(run.get("operation").asText()).isEqualTo("map");
    assertThat(run.get("code").asText()).isEqualTo("spline");
    assertThat(run.get("parameters").get("K").asInt()).isEqualTo(5);
    assertThat(run.get("function").asText()).isEqualTo(name);
    assertThat(run.get("answers").asInt()).isEqualTo(58);
    assertThat(run.get("relativeError").asDouble()).isPositive().isLessThan(0.3);
    assertThat(run.get("errorBound").isNull()).isTrue();
    assertThat(run.has("leakageBits")).isFalse();
  }

  @Test
  void vectorsStayVectorsAndWhatIsFilledUpIsCutOff() throws JsonProcessingException {
    json("sigmoid ~/v.npy -o ~/y.npy --workers 60 --blocks 4 --code berrut");
    DoubleArray found = read("y.npy");
    assertThat(found.shape()).isEqualTo(Shape.of(21));
    BlockFunction sigmoid = FunctionCatalog.named("sigmoid");
    double[] exact = sigmoid.apply(doubles(Shape.of(21)).matrix(21, 1)).toArray();
    assertThat(relativeError(found.data(), exact)).isLessThan(0.05);
  }

  @ParameterizedTest
  @ValueSource(strings = {"softmax", "layer-norm"})
  void aVectorIsOneRowOfFunctionsOfRows(String name) throws JsonProcessingException {
    JsonNode run = json(name + " ~/v.npy -o ~/y.npy");
    DoubleArray found = read("y.npy");
    assertThat(found.shape()).isEqualTo(Shape.of(21));
    double[] exact =
        FunctionCatalog.named(name).apply(doubles(Shape.of(21)).matrix(1, 21)).toArray();
    assertThat(relativeError(found.data(), exact)).isLessThan(1e-12);
    assertThat(run.get("parameters").get("K").asInt()).isEqualTo(1);
  }

  @Test
  void aMatrixHasEigenvaluesAndAVectorHasNone() throws JsonProcessingException {
    ArrayFiles.target(file("m.npy")).write(doubles(Shape.of(4, 4)));
    json("eigenvalues ~/m.npy -o ~/e.npy");
    DoubleArray found = read("e.npy");
    assertThat(found.shape()).isEqualTo(Shape.of(1, 4));
    double[] exact =
        FunctionCatalog.named("eigenvalues").apply(doubles(Shape.of(4, 4)).matrix(4, 4)).toArray();
    assertThat(relativeError(found.data(), exact)).isLessThan(1e-12);
    json("eigenvalues ~/x.npy -o ~/z.npy --blocks 5 --workers 60");
    assertThat(read("z.npy").shape()).isEqualTo(Shape.of(5, 4));
    expect("eigenvalues ~/x.npy -o ~/n.npy", "a 20x4 block has no eigenvalues");
    ArrayFiles.target(file("short.npy")).write(doubles(Shape.of(2)));
    expect(
        "eigenvalues ~/short.npy -o ~/n.npy",
        "short.npy: a vector of 2 entries has no eigenvalues; legal are square matrices");
    assertThat(folder.resolve("n.npy")).doesNotExist();
  }

  @Test
  void stacksHaveABlockAMatrix() throws JsonProcessingException {
    json("eigenvalues ~/s.npy -o ~/y.npy --workers 80");
    DoubleArray found = read("y.npy");
    assertThat(found.shape()).isEqualTo(Shape.of(5, 3));
    Matrix all = doubles(Shape.of(5, 3, 3)).matrix(15, 3);
    double[] exact = new double[15];
    for (int k = 0; k < 5; k++) {
      Matrix values = FunctionCatalog.named("eigenvalues").apply(all.block(3 * k, 0, 3, 3));
      System.arraycopy(values.toArray(), 0, exact, 3 * k, 3);
    }
    assertThat(relativeError(found.data(), exact)).isLessThan(0.1);
  }

  @Test
  void networksComeFromAnArchive() throws IOException {
    DoubleArray first = doubles(Shape.of(4, 6));
    DoubleArray second = doubles(Shape.of(6, 2));
    DoubleArray bias = doubles(Shape.of(6));
    DoubleArray none = new DoubleArray(Shape.of(2), new double[2]);
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("net.npz")))) {
      write(zip, "W1", first);
      write(zip, "b1", bias);
      write(zip, "W2", second);
      write(zip, "b2", none);
    }
    json("network:~/net.npz ~/x.npy -o ~/y.npy --workers 60 --blocks 4 --activations tanh,linear");
    Network network =
        new Network(
            List.of(
                new Layer(first.matrix(4, 6), bias.data(), Activation.TANH),
                new Layer(second.matrix(6, 2), none.data(), Activation.LINEAR)));
    DoubleArray found = read("y.npy");
    assertThat(found.shape()).isEqualTo(Shape.of(20, 2));
    double[] exact = network.apply(doubles(Shape.of(20, 4)).matrix(20, 4)).toArray();
    assertThat(relativeError(found.data(), exact)).isLessThan(0.05);
    takesRowsOfVectorsAndStacks(network);
    assertThat(map("network:~/net.npz ~/x.npy -o ~/z.npy --activations relu").err())
        .contains("--activations names 1, the network has 2 layers");
  }

  private void takesRowsOfVectorsAndStacks(Network network) throws IOException {
    ArrayFiles.target(file("row.npy")).write(doubles(Shape.of(4)));
    json("network:~/net.npz ~/row.npy -o ~/one.npy --activations tanh,linear");
    assertThat(read("one.npy").shape()).isEqualTo(Shape.of(2));
    double[] one = network.apply(doubles(Shape.of(4)).matrix(1, 4)).toArray();
    assertThat(relativeError(read("one.npy").data(), one)).isLessThan(1e-12);
    ArrayFiles.target(file("rows.npy")).write(doubles(Shape.of(3, 5, 4)));
    json("network:~/net.npz ~/rows.npy -o ~/all.npy --workers 60 --activations tanh,linear");
    assertThat(read("all.npy").shape()).isEqualTo(Shape.of(3, 5, 2));
    double[] all = network.apply(doubles(Shape.of(15, 4)).matrix(15, 4)).toArray();
    assertThat(relativeError(read("all.npy").data(), all)).isLessThan(0.05);
    assertThat(map("network:~/net.npz ~/v.npy -o ~/n.npy").err())
        .contains("21 columns for a network that takes 4");
    assertThat(map("network:~/net.npz ~/s.npy -o ~/n.npy").err())
        .contains("3 columns for a network that takes 4");
  }

  private void write(ZipOutputStream zip, String name, DoubleArray array) throws IOException {
    ArrayFiles.target(file(name + ".npy")).write(array);
    zip.putNextEntry(new ZipEntry(name + ".npy"));
    zip.write(Files.readAllBytes(folder.resolve(name + ".npy")));
    zip.closeEntry();
  }

  @Test
  void liarsAndColludersCountTogether() throws JsonProcessingException {
    JsonNode run =
        json(
            "sigmoid ~/x.npy -o ~/y.npy --workers 90 --blocks 3 --adversaries 1 --colluders 2"
                + " --masking-noise 0.05 --inject lie:worker17 --insecure-seed 5 --seed 6");
    assertThat(run.get("rejected").toString()).isEqualTo("[17]");
    assertThat(run.get("leakageBits").asDouble()).isPositive();
    assertThat(run.get("leakageExhaustive").asBoolean()).isTrue();
    assertThat(run.get("colluders").asInt()).isEqualTo(2);
  }

  @Test
  void whatColludersLearnIsTold() throws IOException {
    Shell.Result result =
        map(
            "tanh ~/x.npy -o ~/y.npy --workers 40 --blocks 4 --colluders 2 --masking-noise 3"
                + " --report ~/r.html");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    String told = " bits of the entries at one position of all blocks (the worst of all 780 sets)";
    assertThat(result.out()).contains("2 colluders learn at most ", told);
    assertThat(Files.readString(folder.resolve("r.html"))).contains(told);
  }

  @Test
  void theSummaryAndTheReportTellOfTheError() throws IOException {
    Shell.Result result = map("tanh ~/x.npy -o ~/y.npy --workers 40 --blocks 4 --report ~/r.html");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("estimated from 38 answers; relative error about ");
    String page = Files.readString(folder.resolve("r.html"));
    assertThat(page).contains("relative error about", "none: the result is an estimate");
  }

  @Test
  void whetherATargetIsReachedIsTold() throws JsonProcessingException {
    String line = "tanh ~/x.npy -o ~/y.npy --workers 40 --blocks 4 --target-error ";
    assertThat(json(line + 0.5).get("targetReached").asBoolean()).isTrue();
    assertThat(json(line + 1e-15).get("targetReached").asBoolean()).isFalse();
    assertThat(map(line + 0.5).out()).doesNotContain("not reached");
    assertThat(map(line + 1e-15).out()).contains("the target of 1.00e-15 was not reached");
    assertThat(json("tanh ~/x.npy -o ~/y.npy").has("targetReached")).isFalse();
  }

  @Test
  void mistakesAreOneLine() {
    expect("step ~/x.npy -o ~/y.npy", "unknown function 'step'; the functions are relu, sigmoid");
    expect("relu ~/none.npy -o ~/y.npy", "no such file");
    expect("relu ~/x.npy -o ~/y.npy --code lcc", "legal are berrut, spline");
    expect("relu ~/x.npy -o ~/y.npy --blocks 0", "--blocks is 0");
    expect("relu ~/x.npy -o ~/y.npy --masking-noise 0", "masking noise 0.0");
    expect("eigenvalues ~/x.npy -o ~/y.npy --blocks 2", "has no eigenvalues");
    expect("relu ~/x.npy -o ~/y.npy --activations relu", "belong to a network");
    expect("relu ~/x.npy -o ~/y.npy --workers 5 --adversaries 3", "answers");
  }

  private void expect(String line, String problem) {
    Shell.Result result = map(line);
    assertThat(result.exitCode()).as(line).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err()).contains(problem);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(Files.exists(folder.resolve("y.npy"))).isFalse();
  }

  @Test
  void whatHoldsForExactCodesAloneIsRefused() {
    for (String option :
        List.of("--arithmetic exact", "--verify freivalds", "--partition 1x2x2", "--bits 3")) {
      Shell.Result result = map("tanh ~/x.npy -o ~/y.npy --workers 40 " + option);
      assertThat(result.exitCode()).as(option).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(result.err()).startsWith("lagrid: map estimates over the reals").hasLineCount(1);
    }
    assertThat(folder.resolve("y.npy")).doesNotExist();
  }
}
