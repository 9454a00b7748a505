package io.lagrid.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.lagrid.architecture.source.StatedDependencies;
import java.util.stream.Stream;

/** Which package may use which. */
final class PackageRules {

  private PackageRules() {}

  /** Packages form no cycle. Classes outside the house count for nothing. */
  static ArchRule noCycles(House house) {
    SliceAssignment byPackage =
        new SliceAssignment() {
          @Override
          public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return house.holds(javaClass)
                ? SliceIdentifier.of(javaClass.getPackageName())
                : SliceIdentifier.ignore();
          }

          @Override
          public String getDescription() {
            return "packages of " + house.root();
          }
        };
    return SlicesRuleDefinition.slices().assignedFrom(byPackage).should().beFreeOfCycles();
  }

  /**
   * A package uses only those packages of its own module that its package-info names; what it may
   * use of other modules is up to {@link ModuleRules}.
   */
  static ArchRule asStated(House house, StatedDependencies stated) {
    DescribedPredicate<JavaClass> inTheHouse =
        DescribedPredicate.describe("lie in the house", house::holds);
    return classes()
        .that(inTheHouse)
        .should(
            new ArchCondition<>("use only the packages that their package-info states") {
              @Override
              public void check(JavaClass javaClass, ConditionEvents events) {
                unstated(javaClass, house, stated)
                    .map(complaint -> SimpleConditionEvent.violated(javaClass, complaint))
                    .forEach(events::add);
              }
            });
  }

  private static Stream<String> unstated(
      JavaClass javaClass, House house, StatedDependencies stated) {
    String user = javaClass.getPackageName();
    return javaClass.getDirectDependenciesFromSelf().stream()
        .filter(dependency -> house.holds(target(dependency)))
        .filter(dependency -> house.module(user).equals(house.module(used(dependency))))
        .filter(dependency -> !stated.allow(user, used(dependency)))
        .map(
            dependency ->
                "%s does not state %s, but %s uses %s"
                    .formatted(
                        user,
                        used(dependency),
                        javaClass.getSimpleName(),
                        target(dependency).getSimpleName()))
        .distinct();
  }

  private static String used(Dependency dependency) {
    return target(dependency).getPackageName();
  }

  /** The class used; of an array, the class of its elements. */
  private static JavaClass target(Dependency dependency) {
    return dependency.getTargetClass().getBaseComponentType();
  }
}
