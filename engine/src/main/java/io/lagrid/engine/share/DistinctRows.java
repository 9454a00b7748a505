package io.lagrid.engine.share;

import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Encoding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The coded blocks of an encoding that differ: rows with the same coefficients in every plane stand
 * for one block, which is computed once. A code that sends an operand as it is has one. An encoding
 * with a faster form computes every row.
 *
 * @param first of each distinct block, the first row that stands for it, in ascending order
 * @param places for every row, which distinct block it stands for
 */
record DistinctRows(List<Integer> first, List<Integer> places) {

  static DistinctRows of(List<Encoding> encodings) {
    if (encodings.stream().anyMatch(encoding -> encoding.transfer().isPresent())) {
      List<Integer> all =
          IntStream.range(0, encodings.get(0).coefficients().rows()).boxed().toList();
      return new DistinctRows(all, all);
    }
    return byCoefficients(encodings);
  }

  /** The rows that differ, for an encoder that has no use for the faster form. */
  static DistinctRows byCoefficients(List<Encoding> encodings) {
    List<Integer> first = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    int rows = encodings.get(0).coefficients().rows();
    for (int row = 0; row < rows; row++) {
      int place = 0;
      while (place < first.size() && !same(encodings, first.get(place), row)) {
        place++;
      }
      if (place == first.size()) {
        first.add(row);
      }
      places.add(place);
    }
    return new DistinctRows(first, places);
  }

  private static boolean same(List<Encoding> encodings, int row, int other) {
    for (Encoding encoding : encodings) {
      Matrix coefficients = encoding.coefficients();
      for (int column = 0; column < coefficients.columns(); column++) {
        if (coefficients.get(row, column) != coefficients.get(other, column)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The rows of a coefficient matrix that differ. */
  Matrix of(Matrix coefficients) {
    if (first.size() == coefficients.rows()) {
      return coefficients;
    }
    Matrix distinct = Matrix.zeros(first.size(), coefficients.columns());
    for (int i = 0; i < first.size(); i++) {
      distinct
          .block(i, 0, 1, distinct.columns())
          .write(coefficients.block(first.get(i), 0, 1, distinct.columns()));
    }
    return distinct;
  }
}
