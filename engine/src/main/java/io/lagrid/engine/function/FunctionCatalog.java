package io.lagrid.engine.function;

import io.lagrid.algebra.approximation.ScalarFunction;
import java.util.LinkedHashMap;
import java.util.Map;

/** The functions that need nothing but a name. Stateless and thread-safe. */
public final class FunctionCatalog {

  private FunctionCatalog() {}

  /** Every function by its name, in the order of listing. */
  public static Map<String, BlockFunction> all() {
    Map<String, BlockFunction> functions = new LinkedHashMap<>();
    functions.put("relu", new Entrywise(ScalarFunction.RELU));
    functions.put("sigmoid", new Entrywise(ScalarFunction.SIGMOID));
    functions.put("tanh", new Entrywise(ScalarFunction.TANH));
    functions.put("gelu", new Entrywise(ScalarFunction.GELU));
    functions.put("softmax", new Softmax());
    functions.put("layer-norm", new LayerNorm(LayerNorm.USUAL_EPSILON));
    functions.put("eigenvalues", new Eigenvalues());
    return functions;
  }

  /**
   * The function of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static BlockFunction named(String name) {
    Map<String, BlockFunction> all = all();
    BlockFunction found = all.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "unknown function '%s'; the functions are %s"
              .formatted(name, String.join(", ", all.keySet())));
    }
    return found;
  }
}
