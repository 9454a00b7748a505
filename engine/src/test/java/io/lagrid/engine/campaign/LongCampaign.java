package io.lagrid.engine.campaign;

/**
 * The campaign as a program of its own, for as many schedules as one has time for: {@code
 * bench/campaign.sh} runs it. Arguments: the first seed and the number of schedules. Prints one
 * line per tally, name and number parted by a tab, and what went wrong, if anything did.
 */
public final class LongCampaign {

  private LongCampaign() {}

  /** Runs it; exit code 1 if something is wrong. */
  @SuppressWarnings("SystemOut") // to the script
  public static void main(String[] arguments) {
    Campaign campaign = Campaign.run(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]));
    System.out.println("schedules\t" + campaign.schedules());
    campaign.tally().forEach((name, count) -> System.out.println(name + "\t" + count));
    campaign.violation().ifPresent(violation -> System.out.println("violation\t" + violation));
    System.exit(campaign.violation().isPresent() ? 1 : 0);
  }
}
