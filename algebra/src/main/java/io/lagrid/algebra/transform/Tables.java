package io.lagrid.algebra.transform;

import java.util.LinkedHashMap;
import java.util.Map;

/** The tables used lately; the least recently used goes first. Thread-safe. */
final class Tables {

  private static final int MOST = 8;

  private final Map<Key, TransformTable> tables = new LinkedHashMap<>(16, 0.75f, true);

  private record Key(long prime, int log) {}

  /** The table, made now if it is not kept. */
  synchronized TransformTable get(Modulus modulus, int log) {
    Key key = new Key(modulus.prime(), log);
    TransformTable table = tables.get(key);
    if (table == null) {
      table = new TransformTable(modulus, log);
      tables.put(key, table);
      if (tables.size() > MOST) {
        tables.remove(tables.keySet().iterator().next());
      }
    }
    return table;
  }
}
