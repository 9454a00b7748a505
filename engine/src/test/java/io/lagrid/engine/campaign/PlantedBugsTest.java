package io.lagrid.engine.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The campaign finds bugs: each is planted in the production sources, which it then runs on. */
class PlantedBugsTest {

  private static final String CODES = "codes/src/main/java/io/lagrid/codes/";
  private static final String ENGINE = "engine/src/main/java/io/lagrid/engine/";

  /** As many schedules as a bug may hide from. */
  private static final int PATIENCE = 600;

  @TempDir private Path scratch;

  static List<Mutant> bugs() {
    return List.of(
        new Mutant(
            "a decoder that takes the points of the wrong workers",
            CODES + "decode/EvaluationCode.java",
            "mapToDouble(worker -> points[worker])",
            "mapToDouble(worker -> points[workers.indexOf(worker)])"),
        new Mutant(
            "a check that is skipped",
            ENGINE + "ProductChecks.java",
            "shape.objection(answer).or(() -> current.objection(worker, answer))",
            "shape.objection(answer)"),
        new Mutant(
            "a recovery threshold one too small",
            CODES + "product/EntangledParameters.java",
            "return partition.blockProducts() + partition.p() - 1 + 2L * colluders;",
            "return partition.blockProducts() + partition.p() - 2 + 2L * colluders;"),
        new Mutant(
            "one answer more than needed",
            CODES + "decode/ThresholdDecoder.java",
            "return threshold + adversaries + wrong;",
            "return threshold + adversaries + wrong + 1;"),
        new Mutant(
            "a shape that is not checked",
            ENGINE + "verify/AnswerShape.java",
            "|| answer.rows() != rows",
            ""),
        new Mutant(
            "a round number that is used again",
            ENGINE + "job/CodedJob.java",
            "new Dispatch(JobNumbers.next(), task, operands)",
            "new Dispatch(7, task, operands)"),
        new Mutant(
            "a share that is never released",
            ENGINE + "ProductSession.java",
            "      job.release(key);\n",
            ""),
        new Mutant(
            "a convolution's answer that is not checked",
            ENGINE + "convolution/ConvolutionSession.java",
            "shape.objection(answer).or(() -> verifier.objection(worker, answer))",
            "shape.objection(answer)"),
        new Mutant(
            "chunks that do not add up where they overlap",
            ENGINE + "convolution/Overlay.java",
            "target.data()[out + j] += source.data()[in + j];",
            "target.data()[out + j] = source.data()[in + j];"),
        new Mutant(
            "a degree that is one too small",
            CODES + "lagrange/LagrangeParameters.java",
            "return (dataPoints + colluders - 1) * degree + 1;",
            "return (dataPoints + colluders - 1) * (degree - 1) + 1;"),
        new Mutant(
            "an estimate that praises itself",
            CODES + "approximate/ErrorEstimate.java",
            "error = largest * Math.max",
            "error = 1e-5 * largest * Math.max"),
        new Mutant(
            "a second answer that counts",
            ENGINE + "round/Coordinator.java",
            "pending.remove(event.worker())",
            "(pending.remove(event.worker()) || event.worker() == 3)"));
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void everyBugIsFound(Mutant bug) throws ReflectiveOperationException {
    assertThat(firstViolation(bug.compile(scratch))).as(bug.name()).isNotNull();
  }

  /** So that it is the bug that is found, and not the loader. */
  @Test
  void withoutABugNothingIsFound() throws ReflectiveOperationException {
    assertThat(firstViolation(Map.of())).isNull();
  }

  private static Object firstViolation(Map<String, byte[]> mutated)
      throws ReflectiveOperationException {
    Class<?> campaign = new MutantLoader(mutated).loadClass(Campaign.class.getName());
    assertThat(campaign).isNotSameAs(Campaign.class);
    Method run = campaign.getMethod("firstViolation", long.class, int.class);
    return run.invoke(null, 1L, PATIENCE);
  }
}
