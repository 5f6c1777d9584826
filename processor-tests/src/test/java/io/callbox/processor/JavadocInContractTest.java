package io.callbox.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever Javadoc says of a contract is in its document, where a reader looks for it. */
final class JavadocInContractTest {

  private static final String SOURCE =
      """
      package a;
      import com.fasterxml.jackson.annotation.JsonProperty;
      import io.callbox.annotation.RemoteService;
      /** What a shop sells. It is open day and night. */
      @RemoteService public interface Shop {
        /**
         * Finds an article. Takes a while.
         *
         * @param name what it is called
         * @param size how large it is
         * @return the article
         * @throws GoneException if it was sold
         * @throws ClosedException at night
         * @deprecated ask {@link #search} instead
         */
        @Deprecated Article find(String name, Size size) throws GoneException, ClosedException;
        /** Looks for articles. */
        Bean search(String text) throws GoneException;
        /**
         * Something to buy.
         *
         * @param name its name
         * @param price in cents
         */
        record Article(String name, @JsonProperty("cents") int price, @Deprecated String color) {}
        /** How large something is. */
        enum Size {
          /** Fits a child. */
          @JsonProperty("s") SMALL,
          /** Fits a giant. */
          LARGE,
          /** @deprecated nobody is so large */
          @Deprecated HUGE
        }
        /**
         * Somebody else has it.
         *
         * @deprecated nothing goes
         */
        @Deprecated final class GoneException extends Exception {
          /** When it went, in days. */
          private final int days;
          public GoneException(String message, int days) { super(message); this.days = days; }
          public int getDays() { return days; }
        }
        /** Nobody is there. */
        final class ClosedException extends Exception {
          public ClosedException(String message) { super(message); }
        }
        /** What was found. */
        class Bean {
          private int count;
          /** How many there are. */
          public int getCount() { return count; }
          public void setCount(int count) { this.count = count; }
        }
      }
      """;

  private static JsonNode document = MissingNode.getInstance();

  @BeforeAll
  static void compiles() throws IOException {
    JavaFileObject source = JavaFileObjects.forSourceString("a.Shop", SOURCE);
    for (JavaFileObject file : Corpus.compileLoosely(source).generatedFiles()) {
      if (file.getName().endsWith(".openrpc.json")) {
        try (InputStream in = file.openInputStream()) {
          document = new ObjectMapper().readTree(in);
        }
      }
    }
  }

  @Test
  void serviceAndMethodsAreDescribed() {
    says("/info/description", "What a shop sells. It is open day and night.");
    says("/methods/0/summary", "Finds an article.");
    says(
        "/methods/0/description",
        "Finds an article. Takes a while. Deprecated: ask search instead");
    assertTrue(document.at("/methods/0/deprecated").asBoolean());
    says("/methods/0/params/0/description", "what it is called");
    says("/methods/0/params/1/description", "how large it is");
    says("/methods/0/result/description", "the article");
  }

  @Test
  void declaredExceptionsAreOneEntryWithWhatIsSaidOfEach() {
    JsonNode errors = document.at("/methods/0/errors");
    assertEquals(1, errors.size());
    JsonNode gone = errors.at("/0/data/oneOf/0");
    JsonNode closed = errors.at("/0/data/oneOf/1");
    assertEquals("Shop.GoneException", gone.at("/properties/type/const").asText());
    assertEquals("if it was sold", gone.path("description").asText());
    assertTrue(gone.path("deprecated").asBoolean());
    assertEquals("at night", closed.path("description").asText());
    String days = "/properties/details/properties/days/description";
    assertEquals("When it went, in days.", gone.at(days).asText());
    says(
        "/methods/1/errors/0/data/oneOf/0/description",
        "Somebody else has it. Deprecated: nothing goes");
  }

  @Test
  void recordsClassesAndEnumsAreDescribedWithTheirMembers() {
    says("/components/schemas/Article/title", "Article");
    says("/components/schemas/Article/description", "Something to buy.");
    says("/components/schemas/Article/properties/name/description", "its name");
    says("/components/schemas/Article/properties/cents/description", "in cents");
    says("/components/schemas/Bean/description", "What was found.");
    says("/components/schemas/Bean/properties/count/description", "How many there are.");
    says("/components/schemas/Size/description", "How large something is.");
    says("/components/schemas/Size/x-enum-descriptions/s", "Fits a child.");
    says("/components/schemas/Size/x-enum-descriptions/LARGE", "Fits a giant.");
  }

  @Test
  void deprecatedMembersAreMarked() {
    assertTrue(document.at("/components/schemas/Article/properties/color/deprecated").asBoolean());
    says("/components/schemas/Size/x-enum-descriptions/HUGE", "Deprecated: nobody is so large");
  }

  private static void says(String pointer, String text) {
    assertEquals(text, document.at(pointer).asText(), pointer);
  }
}
