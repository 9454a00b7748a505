package io.lagrid.spark.later;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.spark.standalone.SharedSpark;
import io.lagrid.spark.standalone.StandaloneSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the page for Spark's users has typed into {@code spark-shell}, typed into Scala's own shell
 * with Spark's context in it.
 */
@ExtendWith(SharedSpark.class)
final class ShellTest {

  private static final Path PAGE = Path.of("../docs/spark.md");
  private static final String CONTEXT =
      """
      import org.apache.spark.{SparkConf, SparkContext}
      val settings = scala.io.Source.fromFile("conf/spark-defaults.conf").getLines().toList
      val conf = new SparkConf().setAppName("shell")
      settings.map(_.split(" ", 2)).foreach(pair => conf.set(pair(0), pair(1)))
      val sc = new SparkContext(conf)
      """;

  @TempDir Path folder;

  @Test
  void thePagesLinesRunInAShell(StandaloneSpark spark) throws Exception {
    String jar = SparkHome.packaged("lagrid-spark.jar").toString();
    SparkHome home =
        new SparkHome(
            folder.resolve("spark"),
            spark,
            Map.of("spark.cores.max", "4", "spark.jars", jar, "spark.lagrid.separation", "none"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().split("\\s+")));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + home.home()));
    command.addAll(List.of("-cp", SparkHome.classPath() + ":" + jar));
    command.addAll(List.of("scala.tools.nsc.MainGenericRunner", "-usejavacp", "-Xnojline"));
    String told =
        home.run(Map.of(), CONTEXT + lines() + "result.value\nsc.stop()\n:quit\n", command);
    assertThat(told).doesNotContain("error:").contains("WorkerTimeline[worker=7,");
    assertThat(told).containsPattern("Matrix = .*");
  }

  /** The page's lines of Scala. */
  private static String lines() throws IOException {
    Matcher block = Pattern.compile("```scala\n(.*?)```", Pattern.DOTALL).matcher(read());
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  private static String read() throws IOException {
    return Files.readString(PAGE);
  }
}
