package io.lagrid.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page is well-formed, complete, escaped and alone. */
final class HtmlReportTest {

  private static final XPath XPATH = XPathFactory.newInstance().newXPath();

  private static Document parse(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  private static List<String> texts(Document page, String path) throws Exception {
    NodeList nodes = (NodeList) XPATH.evaluate(path, page, XPathConstants.NODESET);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  private static double attribute(Document page, String path) throws Exception {
    Node node = (Node) XPATH.evaluate(path, page, XPathConstants.NODE);
    return Double.parseDouble(node.getNodeValue().replace("%", ""));
  }

  @Test
  void everyWorkerHasARowWithItsFateInWords() throws Exception {
    Document page = parse(HtmlReport.render(SampleRuns.eventfulPage()));
    assertThat(texts(page, "//table[@class='timeline']/tbody/tr/th"))
        .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
    assertThat(texts(page, "//table[@class='timeline']/tbody/tr/td[@class='fate']"))
        .containsExactly(
            "● used",
            "● used",
            "… late",
            "● used",
            "● used",
            "† lost",
            "● used",
            "✕ rejected",
            "● used",
            "● used",
            "… late",
            "○ spare");
    assertThat(texts(page, "//table[@class='timeline']/tbody/tr/td[3]"))
        .containsExactly(
            "81.2 ms", "93.4 ms", "–", "129 ms", "141 ms", "40.2 ms", "168 ms", "97.7 ms", "189 ms",
            "213 ms", "–", "213 ms");
    assertThat(texts(page, "//p[@class='legend']/span"))
        .containsExactly(
            "used: part of the result",
            "spare: sound, not needed",
            "late: not waited for",
            "rejected: wrong, and caught",
            "lost: crashed",
            "thin line: before the worker computed",
            "upright line: enough answers to decode");
  }

  @Test
  void theThresholdLineIsWhereTheLastUsedBarEnds() throws Exception {
    Document page = parse(HtmlReport.render(SampleRuns.eventfulPage()));
    String row = "//table[@class='timeline']/tbody/tr[th='9']//";
    double bar = attribute(page, row + "rect[contains(@class,'bar')]/@x");
    double width = attribute(page, row + "rect[contains(@class,'bar')]/@width");
    double mark = attribute(page, row + "line[@class='mark']/@x1");
    assertThat(bar + width).isCloseTo(mark, Offset.offset(.01));
    assertThat(texts(page, "//table[@class='timeline']/tbody//line[@class='mark']")).hasSize(12);
    assertThat(texts(page, "//table[@class='timeline']/thead//text[contains(@class,'mark')]"))
        .containsExactly("7th answer: 213 ms");
  }

  @Test
  void stagesAddUp() throws Exception {
    Document page = parse(HtmlReport.render(SampleRuns.eventfulPage()));
    String table = "//section[h2='Where the time went']//table/";
    assertThat(texts(page, table + "tbody/tr/th"))
        .containsExactly("plan", "encode", "wait", "verify", "decode");
    assertThat(texts(page, table + "tbody/tr/td[2]"))
        .containsExactly("2.10 ms", "48.7 ms", "181 ms", "31.4 ms", "28.8 ms");
    assertThat(texts(page, table + "tbody/tr/td[3]"))
        .containsExactly("0.7 %", "16.7 %", "62.0 %", "10.7 %", "9.9 %");
    assertThat(texts(page, table + "tfoot//td")).containsExactly("", "292 ms", "");
    double end =
        attribute(page, "//svg[@class='stages']/rect[last()]/@x")
            + attribute(page, "//svg[@class='stages']/rect[last()]/@width");
    assertThat(end).isCloseTo(100, Offset.offset(.01));
  }

  @Test
  void priceStandsBesideTheUncodedRun() throws Exception {
    Document page = parse(HtmlReport.render(SampleRuns.eventfulPage()));
    String rows = "//section[h2='What it cost']//tbody/tr/";
    assertThat(texts(page, rows + "td[1]"))
        .containsExactly("40.6 %", "16.7 %", "200 %", "487 %", "233 %");
    assertThat(texts(page, rows + "td[2]"))
        .containsExactly("8.33 %", "8.33 %", "100 %", "100 %", "100 %");
    assertThat(texts(page, rows + "td[3]"))
        .containsExactly("4.87×", "2.00×", "2.00×", "4.87×", "2.33×");
    assertThat(texts(page, "//section[h2='What it cost']/p"))
        .containsExactly(
            "Uncoded means every worker computes 1/12 of the product, and all of them must answer,"
                + " rightly; here 4 workers did not, in time.",
            "Moved in all: 5.27 MB to the workers, 28.8 MB back.");
  }

  @Test
  void thePlanTableMarksTheCodeUsedAndSaysWhyOthersCannotBe() throws Exception {
    Document page = parse(HtmlReport.render(SampleRuns.eventfulPage()));
    assertThat(texts(page, "//table[@class='wide plans']/tbody/tr[@class='chosen']/*"))
        .containsExactly(
            "entangled ✓ used", "p=2, m=1, n=3", "7", "40.6 %", "4.87×", "2.33×", "16.7 %");
    assertThat(texts(page, "//table[@class='wide plans']/tbody/tr[@class='other']/th"))
        .containsExactly("matdot", "repetition");
    assertThat(texts(page, "//p[@class='note refused']"))
        .containsExactly(
            "uncoded is not usable here: tolerates no stragglers; 3 are to be tolerated");
  }

  @Test
  void theHeadTellsTheStory() throws Exception {
    Document page = parse(HtmlReport.render(SampleRuns.eventfulPage()));
    assertThat(texts(page, "//h1")).containsExactly("Digits & friends: XᵀX <exactly>");
    assertThat(texts(page, "//p[@class='subject']"))
        .containsExactly(
            "1797×64 times 64×300, exact, by the entangled code (p=2, m=1, n=3) on 12 workers");
    assertThat(texts(page, "//p[@class='verdict']"))
        .containsExactly(
            "Decoded from the answers of workers 0, 1, 3, 4, 6, 8, 9. Workers late: 2, 10;"
                + " rejected: 7; lost: 5.");
    assertThat(texts(page, "//dl[@class='tiles']//dd"))
        .containsExactly("7 of 12", "213 ms", "292 ms", "3 stragglers1 adversary0 colluders");
    assertThat(texts(page, "//ul[@class='findings']/li"))
        .containsExactly("Equal to the product computed directly, entry by entry (4096 entries).");
    assertThat(texts(page, "//section[h2='Arithmetic']//dd"))
        .containsExactly(
            "residues modulo 8380417, 8273921, together exact for integers below 2^44 in magnitude",
            "0: the result is exact");
  }

  @Test
  void whatWorkersSayIsEscaped() throws Exception {
    String page = HtmlReport.render(SampleRuns.eventfulPage());
    assertThat(page)
        .contains("connection &lt;reset&gt; by &quot;peer&quot; &amp; gone")
        .doesNotContain("<reset>");
    assertThat(texts(parse(page), "//section[h2='Workers']/p[@class='note']"))
        .containsExactly(
            "Worker 5 was lost: connection <reset> by \"peer\" & gone.",
            "Worker 7 was rejected: its answer is not the product of its shares.");
  }

  @Test
  void placesAreListedWithTheirWorkersAndWhatWasMeasuredThere() throws Exception {
    Document page = parse(HtmlReport.render(ReportContent.of("placed", SampleRuns.placed())));
    String table = "//table[@class='wide places']/";
    assertThat(texts(page, table + "thead//th"))
        .containsExactly("place", "workers", "tasks", "task time", "sent back");
    assertThat(texts(page, table + "tbody/tr[1]/*"))
        .containsExactly("executor 1 on <b>", "0, 1", "2", "71.2 ms", "80.5 kB");
    assertThat(texts(page, table + "tbody/tr[2]/*"))
        .containsExactly("executor 0 on a", "2", "–", "–", "–");
    Document unplaced = parse(HtmlReport.render(SampleRuns.eventfulPage()));
    assertThat(texts(unplaced, "//h2")).contains("Workers");
    assertThat(texts(unplaced, table + "tbody/tr")).isEmpty();
  }

  @Test
  void controlCharactersDoNotBreakThePage() throws Exception {
    ReportContent odd = ReportContent.of("a\u0000b\u001b[31mc\uffff", SampleRuns.eventful());
    assertThat(texts(parse(HtmlReport.render(odd)), "//h1")).containsExactly("a�b�[31mc�");
  }

  @Test
  void thePageLoadsNothing() {
    String page = HtmlReport.render(SampleRuns.eventfulPage()).toLowerCase(Locale.ROOT);
    String bare = page.replace("xmlns=\"http://www.w3.org/1999/xhtml\"", "");
    assertThat(bare).doesNotContain("http:", "https:", "<script", "<link", "@import", "src=");
    assertThat(bare.replace("url(#hatch)", "")).doesNotContain("url(");
  }

  @Test
  void aFailedRunSaysWhy() throws Exception {
    ReportContent content =
        new ReportContent(
            "multiply",
            SampleRuns.failed(),
            Optional.of("too few sound answers to decode: 1 answered, 2 needed"),
            List.of(),
            List.of());
    Document page = parse(HtmlReport.render(content));
    assertThat(texts(page, "//p[@class='verdict failed']"))
        .containsExactly(
            "No result: too few sound answers to decode: 1 answered, 2 needed. Workers late: 2;"
                + " rejected: none; lost: 1.");
    assertThat(texts(page, "//table[@class='timeline']/thead//text[contains(@class,'mark')]"))
        .containsExactly("gave up after 2.00 s");
    assertThat(texts(page, "//section[h2='Arithmetic']//dd"))
        .contains("20 fractional bits on the left, 22 on the right", "none: there is no result");
    assertThat(texts(page, "//h2")).doesNotContain("The codes side by side");
  }
}
