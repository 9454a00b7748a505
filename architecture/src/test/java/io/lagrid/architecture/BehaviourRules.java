package io.lagrid.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Where the outside world is touched: time and chance, output, threads. */
final class BehaviourRules {

  private static final Set<String> AMBIENT_MEMBERS =
      Set.of(
          "java.lang.System.nanoTime",
          "java.lang.System.currentTimeMillis",
          "java.lang.Thread.sleep",
          "java.lang.Math.random",
          "java.lang.StrictMath.random",
          "java.util.Date.<init>",
          "java.util.UUID.randomUUID",
          "java.util.Collections.shuffle",
          "java.util.concurrent.TimeUnit.sleep",
          "java.util.concurrent.locks.LockSupport.parkNanos",
          "java.util.concurrent.locks.LockSupport.parkUntil");

  private static final Set<String> THREAD_MAKERS =
      Set.of(
          "java.lang.Thread.<init>",
          "java.lang.Thread.ofPlatform",
          "java.lang.Thread.ofVirtual",
          "java.lang.Thread.startVirtualThread",
          "java.util.Timer.<init>",
          "java.util.concurrent.CompletableFuture.completeOnTimeout",
          "java.util.concurrent.CompletableFuture.delayedExecutor",
          "java.util.concurrent.CompletableFuture.orTimeout",
          "java.util.concurrent.CompletableFuture.runAsync",
          "java.util.concurrent.CompletableFuture.supplyAsync");

  private static final Set<String> POOLS =
      Set.of(
          "java.util.concurrent.Executors",
          "java.util.concurrent.ForkJoinPool",
          "java.util.concurrent.ScheduledThreadPoolExecutor",
          "java.util.concurrent.ThreadPoolExecutor");

  private BehaviourRules() {}

  /** Only algebra.ambient reads the clock, sleeps or draws randomness; tests are no exception. */
  static ArchRule ambientOnly(House house) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(house.name("algebra.ambient"))
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "reads the clock, sleeps or draws randomness", BehaviourRules::isAmbient));
  }

  /** Only cli and bench print. A test may: as a child process, to its parent. */
  static ArchRule silent(House house) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(house.trees("cli", "bench"))
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe("prints to the console", BehaviourRules::prints));
  }

  /**
   * Only the local cluster, spark, engine.Background, the command's warm-up and the coordinator's
   * cores make threads or use those of a pool.
   */
  static ArchRule noThreads(House house) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(house.trees("engine.cluster.local", "spark"))
        .and()
        .haveNameNotMatching(Pattern.quote(house.name("engine.Background")) + "(\\$.*)?")
        .and()
        .doNotHaveFullyQualifiedName(house.name("cli.run.WarmUp"))
        .and()
        .doNotHaveFullyQualifiedName(house.name("algebra.ambient.Cores"))
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe("makes a thread", BehaviourRules::makesThread));
  }

  private static boolean isAmbient(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    return AMBIENT_MEMBERS.contains(member(access))
        || owner.isAssignableTo(Random.class)
        || owner.isAssignableTo(RandomGenerator.class)
        || (owner.getPackageName().equals("java.time")
            && access.getName().matches("now|system.*|tick.*"));
  }

  private static boolean prints(JavaAccess<?> access) {
    return Set.of("java.lang.System.out", "java.lang.System.err").contains(member(access))
        || access.getName().equals("printStackTrace");
  }

  private static boolean makesThread(JavaAccess<?> access) {
    return THREAD_MAKERS.contains(member(access))
        || POOLS.contains(access.getTargetOwner().getFullName())
        || (access.getTargetOwner().getPackageName().startsWith("java.util")
            && access.getName().startsWith("parallel"))
        || (access.getName().equals("<init>")
            && access.getTargetOwner().isAssignableTo(Thread.class));
  }

  private static String member(JavaAccess<?> access) {
    return access.getTargetOwner().getFullName() + "." + access.getName();
  }
}
