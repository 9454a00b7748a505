package io.lagrid.engine.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.codes.CodeFamily;
import io.lagrid.codes.catalog.CodeCatalog;
import io.lagrid.engine.cluster.fault.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampaignTest {

  private static final int SCHEDULES = 3000;

  @Test
  void thousandsOfSchedulesKeepEveryPromise() {
    Campaign campaign = Campaign.run(1, SCHEDULES);
    assertThat(campaign.violation()).isEmpty();
    assertThat(campaign.schedules()).isEqualTo(SCHEDULES);
    for (CodeFamily family : CodeCatalog.standard().families()) {
      assertThat(campaign.tally().get("code " + family.description().name()))
          .as("schedules of %s in %s", family.description().name(), campaign.tally())
          .isGreaterThan(SCHEDULES / 300);
    }
    for (String job :
        List.of("Multiplying", "Convolving", "Contracting", "Evaluating", "Estimating")) {
      assertThat(campaign.tally().get("job " + job)).as(job).isGreaterThan(SCHEDULES / 20);
    }
    for (Fault.Way way : Fault.Way.values()) {
      assertThat(campaign.tally().get("fault " + way)).as("%s", way).isGreaterThan(100);
    }
    for (String often : new String[] {"Succeeded", "TooFewAnswers", "TimedOut", "fault Crash"}) {
      assertThat(campaign.tally().get(often)).as(often).isGreaterThan(100);
    }
  }
}
