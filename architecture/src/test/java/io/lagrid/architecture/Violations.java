package io.lagrid.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a rule complains about. */
final class Violations {

  private static final Pattern FIXTURE =
      Pattern.compile(Pattern.quote(House.FIXTURES.root()) + "\\.([\\w.$]+)");

  private Violations() {}

  /** One line each; empty if the classes obey the rule. */
  static List<String> of(ArchRule rule, JavaClasses classes) {
    return rule.evaluate(classes).getFailureReport().getDetails();
  }

  /**
   * The first fixture that each violation of a rule in the miniature house names: a class, or a
   * method of a class, relative to the house.
   */
  static Set<String> blamed(ArchRule rule) {
    Set<String> blamed = new TreeSet<>();
    for (String violation : of(rule, Repository.fixtureClasses())) {
      Matcher matcher = FIXTURE.matcher(violation);
      blamed.add(matcher.find() ? matcher.group(1) : violation);
    }
    return blamed;
  }
}
