package io.lagrid.spark.later;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.spark.standalone.SharedSpark;
import io.lagrid.spark.standalone.StandaloneSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The command line on a cluster of Spark's: launcher, spark-submit, packaged jars, a file. */
@ExtendWith(SharedSpark.class)
final class LauncherTest {

  private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path folder;

  @Test
  void aProductIsComputedOnExecutorsFromFileToFile(StandaloneSpark spark) throws Exception {
    Path a = Files.writeString(folder.resolve("a.csv"), "1,2\n3,4\n5,6\n7,8\n");
    Path b = Files.writeString(folder.resolve("b.csv"), "1,-1,2\n10,0,-3\n");
    Path c = folder.resolve("c.csv");
    SparkHome home = new SparkHome(folder.resolve("spark"), spark, Map.of("spark.cores.max", "6"));
    String told =
        home.run(
            Map.of("LAGRID_OPTS", "--conf spark.lagrid.separation=host"),
            "",
            List.of(
                launcher().toString(),
                "multiply",
                a.toString(),
                b.toString(),
                "-o",
                c.toString(),
                "--workers=3",
                "--stragglers=1",
                "--pieces=2",
                "--json",
                "--cluster",
                spark.url()));
    assertThat(c).content().isEqualTo("21,-1,-4\n43,-3,-6\n65,-5,-8\n87,-7,-10\n");
    assertThat(told).containsPattern("\"place\" ?: ?\"executor \\d on 127\\.0\\.0\\.\\d\"");
  }

  /** The launcher and its two jars, younger than any source, so that nothing is built. */
  private Path launcher() throws IOException {
    Path copy = Files.createDirectory(folder.resolve("lagrid"));
    for (String file :
        List.of("lagrid", "cli/target/lagrid.jar", "spark/target/lagrid-spark.jar")) {
      Path target = copy.resolve(file);
      Files.createDirectories(target.getParent());
      Files.copy(HOUSE.resolve(file), target); // the mode too
    }
    return copy.resolve("lagrid");
  }
}
