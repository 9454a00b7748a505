package io.lagrid.architecture.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The syntax tree of a source, by the JDK's compiler.
 *
 * @param file the source
 * @param unit its tree
 * @param positions where in the text the tree's nodes lie
 */
record ParsedSource(SourceFile file, CompilationUnitTree unit, SourcePositions positions) {

  /** The trees of several sources, in their order. */
  static List<ParsedSource> all(List<SourceFile> files) {
    Map<URI, SourceFile> byUri = new HashMap<>();
    files.forEach(file -> byUri.put(uri(file), file));
    List<TextObject> texts = files.stream().map(TextObject::new).toList();
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), null, texts);
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    List<ParsedSource> parsed = new ArrayList<>();
    try {
      for (CompilationUnitTree unit : task.parse()) {
        SourceFile file = byUri.get(unit.getSourceFile().toUri());
        parsed.add(new ParsedSource(file, unit, positions));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parsed;
  }

  /** The line a node starts on. */
  long firstLine(Tree tree) {
    return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
  }

  /** The line a node ends on. */
  long lastLine(Tree tree) {
    return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
  }

  private static URI uri(SourceFile file) {
    return URI.create("text:///" + file.path().toString().replace('\\', '/'));
  }

  private static final class TextObject extends SimpleJavaFileObject {
    private final String text;

    TextObject(SourceFile file) {
      super(uri(file), Kind.SOURCE);
      this.text = file.text();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
