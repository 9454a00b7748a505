package io.lagrid.architecture.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** What sources declare, and what they must not leave open. Each rule returns its violations. */
public final class DeclarationRules {

  private static final Set<Modifier> CLOSED =
      Set.of(Modifier.FINAL, Modifier.ABSTRACT, Modifier.SEALED);

  /** In two parts, lest this file be found. */
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

  private DeclarationRules() {}

  /** Classes that are neither final, abstract nor sealed, nor a record, enum or interface. */
  public static List<String> openClasses(List<SourceFile> sources) {
    List<String> found = new ArrayList<>();
    for (ParsedSource source : ParsedSource.all(sources)) {
      new TreeScanner<Void, List<String>>() {
        @Override
        public Void visitClass(ClassTree tree, List<String> complaints) {
          if (isOpen(tree)) {
            String complaint = "class %s is open".formatted(tree.getSimpleName());
            complaints.add(source.file().at(source.firstLine(tree), complaint));
          }
          return super.visitClass(tree, complaints);
        }
      }.scan(source.unit(), found);
    }
    return found;
  }

  /** Lines with a mark of unfinished work. */
  public static List<String> unfinished(List<SourceFile> sources) {
    List<String> found = new ArrayList<>();
    for (SourceFile source : sources) {
      List<String> lines = source.text().lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (UNFINISHED.matcher(lines.get(i)).find()) {
          found.add(source.at(i + 1, lines.get(i).strip()));
        }
      }
    }
    return found;
  }

  /** Packages without a package-info, and package-infos that are not {@code @NullMarked}. */
  public static List<String> unmarkedPackages(List<SourceFile> sources) {
    Set<String> all = new TreeSet<>();
    sources.forEach(source -> all.add(source.packageName()));
    Set<String> marked = new TreeSet<>();
    List<SourceFile> infos = sources.stream().filter(SourceFile::isPackageInfo).toList();
    for (ParsedSource info : ParsedSource.all(infos)) {
      if (isNullMarked(info)) {
        marked.add(info.file().packageName());
      }
    }
    all.removeAll(marked);
    return all.stream().map(name -> name + " has no @NullMarked package-info").toList();
  }

  /** Anonymous classes have no name, and no modifiers to want. */
  private static boolean isOpen(ClassTree tree) {
    return tree.getKind() == Tree.Kind.CLASS
        && !tree.getSimpleName().isEmpty()
        && Collections.disjoint(tree.getModifiers().getFlags(), CLOSED);
  }

  private static boolean isNullMarked(ParsedSource info) {
    return info.unit().getPackageAnnotations().stream()
        .anyMatch(annotation -> annotation.getAnnotationType().toString().endsWith("NullMarked"));
  }
}
