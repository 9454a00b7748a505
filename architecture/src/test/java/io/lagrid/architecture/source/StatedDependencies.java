package io.lagrid.architecture.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What each package-info says its package depends on: the sentence "Depends on …." in its comment,
 * in which packages are named from the root ({@code engine.cluster}) or from their module ({@code
 * cluster}). "Depends on every other package of this module." allows them all. Other words of the
 * sentence mean nothing here.
 */
public final class StatedDependencies {

  private static final Pattern SENTENCE =
      Pattern.compile("(?:Depends|May depend) on (.+?)\\.(?:\\s|$)");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(?:\\.[a-z][a-z0-9]*)*");
  private static final Pattern EVERY = Pattern.compile("\\bevery (?:other )?package\\b");

  private final String root;
  private final Set<String> packages = new TreeSet<>();
  private final Map<String, String> sentences = new HashMap<>();

  /**
   * Reads the statements.
   *
   * @param root the package whose children are the modules
   * @param sources any sources; those not called package-info are passed over
   */
  public StatedDependencies(String root, List<SourceFile> sources) {
    this.root = root;
    for (SourceFile source : sources) {
      if (source.isPackageInfo()) {
        packages.add(source.packageName());
        sentence(source).ifPresent(found -> sentences.put(source.packageName(), found));
      }
    }
  }

  /** Whether the one package may use the other, both of one module. */
  public boolean allow(String from, String to) {
    String sentence = sentences.getOrDefault(from, "");
    return from.equals(to) || EVERY.matcher(sentence).find() || named(from, sentence).contains(to);
  }

  private Set<String> named(String from, String sentence) {
    String module = from.substring(root.length() + 1).replaceFirst("\\..*", "");
    Set<String> named = new TreeSet<>();
    Matcher words = WORD.matcher(sentence);
    while (words.find()) {
      named.add(root + "." + words.group());
      named.add(root + "." + module + "." + words.group());
    }
    named.retainAll(packages);
    return named;
  }

  /** The sentence without its beginning and its full stop. */
  private static Optional<String> sentence(SourceFile source) {
    String comment = source.text().split("\npackage ", 2)[0];
    Matcher matcher = SENTENCE.matcher(comment.replaceAll("[\\s*/]+", " "));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
