package io.lagrid.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.ArchUnitException.ReflectionException;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What classes are called, and how much an interface asks of those who implement it. */
final class ShapeRules {

  /** The most methods an implementation has to write. */
  static final int LARGEST_INTERFACE = 5;

  private ShapeRules() {}

  /** No class is named for being left over. */
  static ArchRule tellingNames() {
    return noClasses()
        .should()
        .haveNameMatching("(.*[.$])?\\w*(Util|Utils|Helper|Helpers|Manager|Impl)")
        .as("no class is called Util, Helper, Manager or Impl");
  }

  /**
   * A public interface that others may implement has at most {@value #LARGEST_INTERFACE} abstract
   * methods. Those it repeats from an interface of the JDK do not count; sealed interfaces are
   * implemented by nobody else.
   */
  static ArchRule smallInterfaces() {
    return classes()
        .that()
        .areInterfaces()
        .and()
        .areNotAnnotations()
        .and()
        .arePublic()
        .and(DescribedPredicate.describe("are open", open -> !sealed(open)))
        .should(
            new ArchCondition<>("have at most " + LARGEST_INTERFACE + " abstract methods") {
              @Override
              public void check(JavaClass javaClass, ConditionEvents events) {
                Set<String> asked = asked(javaClass);
                if (asked.size() > LARGEST_INTERFACE) {
                  events.add(
                      SimpleConditionEvent.violated(
                          javaClass,
                          "%s has %d abstract methods: %s"
                              .formatted(javaClass.getName(), asked.size(), asked)));
                }
              }
            });
  }

  /** Known where the class and what it mentions can be loaded; where not, it counts as open. */
  private static boolean sealed(JavaClass javaClass) {
    try {
      return javaClass.reflect().isSealed();
    } catch (ReflectionException e) {
      return false;
    }
  }

  private static Set<String> asked(JavaClass javaClass) {
    Set<JavaMethod> methods = javaClass.getAllMethods();
    Set<String> given = signatures(methods, method -> isJdk(method) || !isAbstract(method));
    Set<String> asked = signatures(methods, ShapeRules::isAbstract);
    asked.removeAll(given);
    return asked;
  }

  private static Set<String> signatures(Set<JavaMethod> methods, Predicate<JavaMethod> which) {
    return methods.stream()
        .filter(which)
        .map(method -> method.getName() + signature(method))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String signature(JavaMethod method) {
    return method.getRawParameterTypes().stream()
        .map(JavaClass::getSimpleName)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static boolean isAbstract(JavaMethod method) {
    return method.getModifiers().contains(ABSTRACT);
  }

  private static boolean isJdk(JavaMethod method) {
    return method.getOwner().getPackageName().startsWith("java.");
  }
}
