package io.lagrid.cli.command;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

  /** The version of this build; {@code development} if it runs from classes rather than a jar. */
  static String number() {
    String number = Version.class.getPackage().getImplementationVersion();
    return number == null ? "development" : number;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"lagrid " + number(), "JDK " + Runtime.version()};
  }
}
