package io.lagrid.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;

/**
 * The package under which modules lie, each in a package of its name. The rules take it as an
 * argument, so that they can be evaluated on a miniature house full of offenders.
 *
 * @param root the package of which every module's package is a child
 */
record House(String root) {

  /** The real one. */
  static final House LAGRID = new House("io.lagrid");

  /** The miniature one. */
  static final House FIXTURES = new House("io.lagrid.architecture.fixtures");

  /** The full name of a package. */
  String name(String inside) {
    return root + "." + inside;
  }

  /** A pattern for the package and all below it. */
  String tree(String inside) {
    return name(inside) + "..";
  }

  /** Patterns for the packages and all below them. */
  String[] trees(String... inside) {
    return Arrays.stream(inside).map(this::tree).toArray(String[]::new);
  }

  /** Whether a class lies in this house. */
  boolean holds(JavaClass javaClass) {
    return javaClass.getPackageName().startsWith(root + ".");
  }

  /** The name of the module a package of this house belongs to. */
  String module(String packageName) {
    return packageName.substring(root.length() + 1).replaceFirst("\\..*", "");
  }
}
