package io.lagrid.bench;

/** The shape of a product: rows × inner times inner × columns. */
record Shape(int rows, int inner, int columns) {

  /** Reads {@code ROWSxINNERxCOLUMNS}. */
  static Shape parse(String text) {
    String[] sides = text.split("x", -1);
    if (sides.length != 3) {
      throw new IllegalArgumentException("shape " + text + " is not of the form 20x10x1024");
    }
    return new Shape(
        Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), Integer.parseInt(sides[2]));
  }

  double multiplyAdds() {
    return (double) rows * inner * columns;
  }
}
