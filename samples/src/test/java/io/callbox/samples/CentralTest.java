package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What Maven Central asks of each published POM and its files is there. */
final class CentralTest {

  private static final Path ROOT = Path.of("..");
  private static final XPath XPATH = XPathFactory.newInstance().newXPath();

  /** A module says it itself: what it would inherit is its parent's. */
  private static final List<String> OF_ITS_OWN = List.of("artifactId", "name", "description");

  private static final List<String> OF_THE_PARENT =
      List.of(
          "groupId",
          "version",
          "name",
          "description",
          "url",
          "licenses/license/name",
          "licenses/license/url",
          "developers/developer/name",
          "developers/developer/organization",
          "scm/connection",
          "scm/developerConnection",
          "scm/url");

  @Test
  void parentSaysWhatItsModulesInherit() throws Exception {
    assertEquals(List.of(), missing(text(ROOT.resolve("pom.xml")), OF_THE_PARENT));
  }

  @Test
  void modulesSayWhatTheyAre() throws Exception {
    List<Path> published = published();
    assertTrue(published.size() > 9, published::toString);
    for (Path pom : published) {
      assertEquals(List.of(), missing(text(pom), OF_ITS_OWN), pom::toString);
    }
  }

  @Test
  void modulesBringTheirSourcesAndTheirJavadoc() throws Exception {
    for (Path pom : published()) {
      if (!valueOf("packaging", text(pom)).equals("pom")) {
        assertTrue(text(pom).contains("<artifactId>maven-source-plugin</artifactId>"), pom + "");
        assertTrue(text(pom).contains("<artifactId>maven-javadoc-plugin</artifactId>"), pom + "");
      }
    }
  }

  @Test
  void licenceTravelsWithTheCode() {
    assertTrue(text(ROOT.resolve("LICENSE")).contains("Apache License"));
  }

  @Test
  void missingElementsAreFound() throws Exception {
    String bad = "<project><artifactId>a</artifactId><name> </name></project>";
    assertEquals(List.of("name", "description"), missing(bad, OF_ITS_OWN));
  }

  private static List<String> missing(String pom, List<String> wanted) throws Exception {
    List<String> missing = new ArrayList<>();
    for (String element : wanted) {
      if (valueOf(element, pom).isBlank()) {
        missing.add(element);
      }
    }
    return missing;
  }

  private static String valueOf(String element, String pom) throws Exception {
    Document document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(pom)));
    return valueOf(element, document);
  }

  private static String valueOf(String element, Document pom) throws XPathExpressionException {
    return XPATH.evaluate("/project/" + element, pom).strip();
  }

  private static List<Path> published() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve("pom.xml"))
          .filter(Files::exists)
          .filter(pom -> !text(pom).contains("<maven.deploy.skip>true"))
          .sorted()
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
