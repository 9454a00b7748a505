package io.lagrid.engine.polynomial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementwiseTest {

  /** Coefficients from the highest down, as people write them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3*x^2 - x + 1 | 3 -1 1",
        "x | 1 0",
        "-x | -1 0",
        "--x | 1 0",
        "x^0 * x | 1 0",
        "(x+1)^3 | 1 3 3 1",
        "2(x - 1)(x + 1) | 2 0 -2",
        "-x^2 | -1 0 0",
        "(-x)^2 | 1 0 0",
        "2x^3x | 2 0 0 0 0",
        "1 - (2 - (3 - x)) | -1 2",
        "0.5*x + .25 | 0.5 0.25",
        "1e3x - 2.5E-1 | 1000 -0.25",
        "x*x - x^2 + 7x | 7 0"
      })
  void readsWhatPeopleWrite(String text, String expected) {
    StringBuilder found = new StringBuilder();
    Elementwise map = Elementwise.parse(text);
    for (int i = map.degree(); i >= 0; i--) {
      BigDecimal c = map.coefficients().get(i).stripTrailingZeros();
      found.append(c.toPlainString()).append(i == 0 ? "" : " ");
    }
    assertThat(found).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "3*y + 1 | 3 | 'y' where a number, x, ( or - is expected",
        "x + | 4 | the end where a number, x, ( or - is expected",
        "(x + 1 | 7 | the end where ) is expected",
        "x / 2 | 3 | '/' is out of place; legal here are + - * ^ x ( and the end",
        "x^y | 3 | 'y' is no exponent; legal are 0 to 64",
        "x^65 | 3 | '65' is no exponent; legal are 0 to 64",
        "x^1.5 | 3 | '1.5' is no exponent; legal are 0 to 64",
        "x2 | 2 | '2' is out of place; legal here are + - * ^ x ( and the end",
        "x^2 5 | 5 | '5' is out of place; legal here are + - * ^ x ( and the end",
        "2 3x | 3 | '3' is out of place; legal here are + - * ^ x ( and the end",
        "x^-1 | 3 | '-' is no exponent; legal are 0 to 64",
        "x^60*x^5 | 9 | the degree is 65 up to here; at most 64 is legal",
        "1.2.3*x | 1 | '1.2.3' is not a number",
        "x ) | 3 | ')' is out of place; legal here are + - * ^ x ( and the end"
      })
  void pointsAtTheCharacter(String text, int character, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Elementwise.parse(text))
        .withMessage("polynomial '%s', character %d: %s".formatted(text, character, problem));
  }

  @Test
  void whatIsAbsurdIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Elementwise.parse("7"))
        .withMessageContaining("constant");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Elementwise.parse("(".repeat(500) + "x"))
        .withMessageContaining("more than 100 parentheses");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Elementwise.parse("x+".repeat(600) + "x"))
        .withMessageContaining("at most 1000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Elementwise.parse("1e999999999x"))
        .withMessageContaining("is not a number");
  }

  @Test
  void namesAreReadAsMaps() {
    assertThat(NamedMaps.parse("gram")).isEqualTo(new Gram());
    assertThat(NamedMaps.parse("linear-gradient")).isEqualTo(new LinearGradient());
    assertThat(NamedMaps.parse("matrix-power:4")).isEqualTo(new MatrixPower(4));
    assertThat(NamedMaps.parse("power:3").degree()).isEqualTo(3);
    assertThat(NamedMaps.parse("x^2 - 1").degree()).isEqualTo(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NamedMaps.parse("grim"))
        .withMessageStartingWith("unknown map 'grim'; legal are gram, linear-gradient, power:K");
    assertThatIllegalArgumentException().isThrownBy(() -> NamedMaps.parse("power:65"));
    assertThatIllegalArgumentException().isThrownBy(() -> NamedMaps.parse("matrix-power:0"));
  }

  @Test
  void theLowestBitOfADoubleIsFound() {
    assertThat(OperandScale.lowestBit(1)).isZero();
    assertThat(OperandScale.lowestBit(-12)).isEqualTo(-2);
    assertThat(OperandScale.lowestBit(0.375)).isEqualTo(3);
    assertThat(OperandScale.lowestBit(0.1)).isEqualTo(55);
    assertThat(OperandScale.lowestBit(Double.MIN_VALUE)).isEqualTo(1074);
    assertThat(OperandScale.lowestBit(Double.MIN_NORMAL)).isEqualTo(1022);
  }
}
