package io.lagrid.architecture.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How long files and methods, and how full packages may be. Each rule returns its violations. */
public final class SizeRules {

  /** The most lines of a file. */
  public static final int FILE_LINES = 300;

  /** The most lines between the braces of a method, constructor or initialiser. */
  public static final int METHOD_LINES = 30;

  /** The most files of a package in one module, its package-info aside. */
  public static final int PACKAGE_FILES = 15;

  private SizeRules() {}

  /** Files of more than {@value #FILE_LINES} lines. */
  public static List<String> longFiles(List<SourceFile> sources) {
    return sources.stream()
        .filter(source -> source.lines() > FILE_LINES)
        .map(source -> source.at(FILE_LINES + 1, "%d lines".formatted(source.lines())))
        .toList();
  }

  /** Methods, constructors and initialisers of more than {@value #METHOD_LINES} lines. */
  public static List<String> longMethods(List<SourceFile> sources) {
    List<String> found = new ArrayList<>();
    for (ParsedSource source : ParsedSource.all(sources)) {
      new BodyScanner(source).scan(source.unit(), found);
    }
    return found;
  }

  /** Packages of more than {@value #PACKAGE_FILES} files. */
  public static List<String> fullPackages(List<SourceFile> sources) {
    Map<String, Long> files =
        sources.stream()
            .filter(source -> !source.isPackageInfo())
            .collect(
                Collectors.groupingBy(
                    source -> String.valueOf(source.path().getParent()),
                    TreeMap::new,
                    Collectors.counting()));
    return files.entrySet().stream()
        .filter(entry -> entry.getValue() > PACKAGE_FILES)
        .map(entry -> "%s: %d files".formatted(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Adds a complaint about each long body to a list. */
  private static final class BodyScanner extends TreeScanner<Void, List<String>> {
    private final ParsedSource source;

    BodyScanner(ParsedSource source) {
      this.source = source;
    }

    @Override
    public Void visitClass(ClassTree tree, List<String> found) {
      for (Tree member : tree.getMembers()) {
        if (member instanceof BlockTree initialiser) {
          judge(tree.getSimpleName() + "'s initialiser", initialiser, found);
        }
      }
      return super.visitClass(tree, found);
    }

    @Override
    public Void visitMethod(MethodTree tree, List<String> found) {
      if (tree.getBody() != null) {
        judge(tree.getName().toString(), tree.getBody(), found);
      }
      return super.visitMethod(tree, found);
    }

    private void judge(String name, BlockTree body, List<String> found) {
      long lines = source.lastLine(body) - source.firstLine(body) - 1;
      if (lines > METHOD_LINES) {
        String complaint = "%s has a body of %d lines".formatted(name, lines);
        found.add(source.file().at(source.firstLine(body), complaint));
      }
    }
  }
}
