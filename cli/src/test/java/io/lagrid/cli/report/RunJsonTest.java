package io.lagrid.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RunJsonTest {

  @Test
  void fieldsAreThoseOfTheContract() throws Exception {
    JsonNode json = new ObjectMapper().readTree(RunJson.of(SampleRuns.eventful()).toString());
    JsonNode expected =
        new ObjectMapper()
            .readTree(
                """
                {"operation":"multiply","code":"entangled","parameters":{"p":2,"m":1,"n":3},
                 "arithmetic":"exact","primes":[8380417,8273921],"bits":{"left":0,"right":0},
                 "workers":12,"recoveryThreshold":7,"stragglers":3,"adversaries":1,"colluders":0,
                 "used":[0,1,3,4,6,8,9],"spare":[11],"late":[2,10],"rejected":[7],"lost":[5],
                 "errorBound":0.0,
                 "seconds":{"plan":0.0021,"encode":0.0487,"wait":0.2127,"verify":0.0314,
                            "decode":0.0288,"total":0.2923},
                 "bytes":{"up":5271552,"down":28752000},
                 "price":{"storage":0.4061,"upload":4.873,"download":2.3333,"work":0.16667,
                          "redundancy":2.0}}
                """);
    List<String> names = new ArrayList<>();
    expected.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      assertThat(json.get(name)).as(name).isEqualTo(expected.get(name));
    }
    assertThat(json.get("timeline")).hasSize(12);
    assertThat(json.get("timeline").get(2).toString())
        .isEqualTo(
            "{\"worker\":2,\"fate\":\"late\",\"arrival\":null,\"compute\":null,\"note\":\"\","
                + "\"place\":\"\"}");
  }

  @Test
  void whereAWorkerRanAndWhatWasMeasuredThereIsTold() {
    JsonNode timeline = RunJson.of(SampleRuns.placed()).get("timeline");
    assertThat(timeline.get(1).get("place").asText()).isEqualTo("executor 1 on <b>");
    assertThat(timeline.get(1).get("measured").toString())
        .isEqualTo(
            "[{\"name\":\"tasks\",\"unit\":\"count\",\"value\":2},"
                + "{\"name\":\"task time\",\"unit\":\"seconds\",\"value\":0.0712},"
                + "{\"name\":\"sent back\",\"unit\":\"bytes\",\"value\":80512}]");
    assertThat(timeline.get(2).has("measured")).isFalse();
  }

  @Test
  void whatIsNotKnownIsNull() {
    assertThat(RunJson.of(SampleRuns.failed()).get("errorBound").isNull()).isTrue();
  }
}
