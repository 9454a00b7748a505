package io.lagrid.vector;

/**
 * Makes {@code jdk.incubator.vector} available to this JVM.
 *
 * <p>The documented way, {@code --add-modules jdk.incubator.vector}, makes the JVM print a warning
 * on stderr that no option turns off, and slows its start. The executable jar of the {@code lagrid}
 * command instead exports {@code jdk.internal.module} to itself (manifest attribute {@code
 * Add-Exports}) and loads the module here, at run time, the way the JDK loads {@code
 * java.instrument} for an agent. Where neither was done, the module is not available and callers
 * use plain loops.
 */
final class IncubatorModule {
  private static final String NAME = "jdk.incubator.vector";
  private static final boolean AVAILABLE = load();

  private IncubatorModule() {}

  /** Whether the classes of the module can be used; loads it at the first call. */
  static boolean isAvailable() {
    return AVAILABLE;
  }

  private static boolean load() {
    if (ModuleLayer.boot().findModule(NAME).isPresent()) {
      return true;
    }
    try {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("loadModule", String.class)
          .invoke(null, NAME);
      return true;
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      return false;
    }
  }
}
