package io.lagrid.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which module may use which: dependencies run one way, and nobody uses cli or bench. */
final class ModuleRules {

  private static final Map<String, List<String>> USES = uses();

  private ModuleRules() {}

  private static Map<String, List<String>> uses() {
    Map<String, List<String>> uses = new LinkedHashMap<>();
    uses.put("algebra", List.of());
    uses.put("vector", List.of("algebra"));
    uses.put("codes", List.of("algebra"));
    uses.put("engine", List.of("algebra", "codes"));
    uses.put("spark", List.of("algebra", "codes", "engine"));
    uses.put("learn", List.of("algebra", "codes", "engine"));
    uses.put("cli", List.of("algebra", "codes", "engine"));
    uses.put("bench", List.of("algebra", "vector", "codes", "engine"));
    return uses;
  }

  /** The modules whose place in the house is known. */
  static Set<String> modules() {
    return USES.keySet();
  }

  /** A module uses no module but those listed for it. */
  static ArchRule direction(House house, String module) {
    Set<String> forbidden = new TreeSet<>(modules());
    forbidden.removeAll(USES.get(module));
    forbidden.remove(module);
    return noClasses()
        .that()
        .resideInAPackage(house.tree(module))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(house.trees(forbidden.toArray(String[]::new)))
        .as("module %s uses no module but %s".formatted(module, USES.get(module)))
        .allowEmptyShould(true); // a module to come; RepositoryTest counts the classes
  }
}
