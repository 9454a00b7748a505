package io.lagrid.engine.campaign;

/**
 * The campaign as a program of its own, for as many schedules as one has time for: {@code
 * bench/campaign.sh} runs it. Arguments: the first seed and the number of schedules. After every
 * thousand schedules it prints one line per tally, name and number parted by a tab, so that a run
 * that is cut short still counts; and what went wrong, if anything did.
 */
public final class LongCampaign {

  private static final int AT_ONCE = 1000;

  private LongCampaign() {}

  /** Runs it; exit code 1 if something is wrong. */
  public static void main(String[] arguments) {
    long seed = Long.parseLong(arguments[0]);
    int left = Integer.parseInt(arguments[1]);
    while (left > 0) {
      int count = Math.min(left, AT_ONCE);
      Campaign campaign = Campaign.run(seed, count);
      tell(campaign);
      if (campaign.violation().isPresent()) {
        System.exit(1);
      }
      seed += count;
      left -= count;
    }
  }

  /** In one piece: whoever stops the program loses whole thousands only. */
  @SuppressWarnings("SystemOut") // to the script
  private static void tell(Campaign campaign) {
    StringBuilder lines = new StringBuilder("schedules\t" + campaign.schedules() + "\n");
    campaign
        .tally()
        .forEach((name, count) -> lines.append(name).append('\t').append(count).append('\n'));
    campaign.violation().ifPresent(wrong -> lines.append("violation\t").append(wrong).append('\n'));
    System.out.print(lines);
    System.out.flush();
  }
}
