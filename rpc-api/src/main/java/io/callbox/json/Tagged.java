package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An object with a member that gives its type. If this member comes first, as writers put it, the
 * other members are read in place. If it comes later, the object is copied first.
 *
 * <pre>{@code
 * Tagged tagged = Tagged.open(in, "@type");
 * return switch (tagged.tag()) {
 *   case "Circle" -> readCircle(tagged.in());
 *   case "Square" -> readSquare(tagged.in());
 *   default -> throw tagged.unknown("one of Circle, Square");
 * };
 * }</pre>
 *
 * For one thread.
 */
public final class Tagged {

  private final String tag;
  private final String path;
  private final JsonParser in;

  private Tagged(String tag, String path, JsonParser in) {
    this.tag = tag;
    this.path = path;
    this.in = in;
  }

  /**
   * Looks for the member that gives the type.
   *
   * @param in stands on the object's start; once the object is read, on its end
   * @param member the member's name
   * @throws JsonMismatchException if the parser stands on no object, or the member is missing
   */
  public static Tagged open(JsonParser in, String member) throws IOException {
    if (!in.isExpectedStartObjectToken()) {
      throw JsonMismatchException.expected("an object", in);
    }
    String parent = JsonPath.of(in);
    String path = (parent.isEmpty() ? "" : parent + '.') + member;
    String first = in.nextFieldName();
    if (member.equals(first)) {
      in.nextToken();
      return new Tagged(Texts.readString(in), path, new AtStart(in));
    }
    return search(in, first, member, parent, path);
  }

  private static Tagged search(
      JsonParser in, @Nullable String first, String member, String parent, String path)
      throws IOException {
    String tag = null;
    ByteArrayOutputStream others = new ByteArrayOutputStream();
    try (JsonGenerator out = Json.FACTORY.createGenerator(others)) {
      out.writeStartObject();
      for (String name = first; name != null; name = in.nextFieldName()) {
        in.nextToken();
        if (name.equals(member)) {
          tag = Texts.readString(in);
        } else {
          out.writeFieldName(name);
          ExactCopy.of(in, out);
        }
      }
      out.writeEndObject();
    }
    if (tag == null) {
      throw new JsonMismatchException(path, "is missing");
    }
    JsonParser copy = Json.FACTORY.createParser(others.toByteArray());
    JsonPath.continueAt(parent, copy);
    copy.nextToken();
    return new Tagged(tag, path, copy);
  }

  /** The value of this member. */
  public String tag() {
    return tag;
  }

  /** Stands on the object's start, as a reader of any type expects. */
  public JsonParser in() {
    return in;
  }

  /** Reports that the value of this member is not {@code expected}. */
  public JsonMismatchException unknown(String expected) {
    return new JsonMismatchException(path, "must be " + expected + ", got \"" + tag + '"');
  }

  /** Claims to stand on the start of the object, although its first member has been read. */
  private static final class AtStart extends JsonParserDelegate {

    private boolean moved;

    AtStart(JsonParser in) {
      super(in);
    }

    @Override
    public @Nullable JsonToken currentToken() {
      return moved ? super.currentToken() : JsonToken.START_OBJECT;
    }

    @Override
    public boolean isExpectedStartObjectToken() {
      return !moved || super.isExpectedStartObjectToken();
    }

    @Override
    public @Nullable JsonToken nextToken() throws IOException {
      moved = true;
      return super.nextToken();
    }
  }
}
