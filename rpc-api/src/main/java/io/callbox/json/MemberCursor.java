package io.callbox.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Walks the members of one object, or the places of one positional parameter array. Made by {@link
 * Members}; not safe for use by many threads.
 */
public final class MemberCursor {

  private final Members members;
  private final JsonParser in;
  private final boolean positional;
  private int index = Members.UNKNOWN;
  private int expected;
  private long named;
  private long seen;

  MemberCursor(Members members, JsonParser in, boolean positional) {
    this.members = members;
    this.in = in;
    this.positional = positional;
  }

  /**
   * Moves to the next member and onto its value's first token.
   *
   * @return false at the end; the parser then stands on the object's or array's last token
   * @throws JsonMismatchException if there are more positions than parameters
   */
  public boolean next() throws IOException {
    return positional ? nextPosition() : nextName();
  }

  private boolean nextName() throws IOException {
    boolean guessing = expected < members.size();
    if (guessing && in.nextFieldName(members.encoded(expected))) {
      index = expected; // found without reading the name
    } else {
      String name = guessing ? in.currentName() : in.nextFieldName();
      if (in.currentToken() != JsonToken.FIELD_NAME) {
        return false;
      }
      index = members.indexOf(name, expected);
    }
    in.nextToken();
    if (index >= 0) {
      found();
    }
    return true;
  }

  private boolean nextPosition() throws IOException {
    if (in.nextToken() == JsonToken.END_ARRAY) {
      return false;
    }
    index = expected;
    if (index >= members.size()) {
      throw JsonMismatchException.at(in, "is one too many: there are " + members.size());
    }
    found();
    return true;
  }

  private void found() {
    expected = index + 1;
    named |= 1L << index;
    if (in.currentToken() != JsonToken.VALUE_NULL) {
      seen |= 1L << index;
    }
  }

  /** Which member the cursor is at; negative for one that {@link Members} does not name. */
  public int index() {
    return index;
  }

  /** Whether the member's value is {@code null}. */
  public boolean isNull() {
    return in.currentToken() == JsonToken.VALUE_NULL;
  }

  /** Passes over the member's value. */
  public void skip() throws IOException {
    in.skipChildren();
  }

  /**
   * Called at the end: a member that cannot be left out must have been there, and not {@code null}.
   *
   * @param required the member's index, below 64
   * @throws JsonMismatchException if it was not
   */
  public void require(int required) throws IOException {
    if ((seen & (1L << required)) == 0) {
      throw missing(required);
    }
  }

  /**
   * Called at the end: a member that may be {@code null}, but must have been there.
   *
   * @param required the member's index, below 64
   * @throws JsonMismatchException if it was not
   */
  public void requireName(int required) throws IOException {
    if ((named & (1L << required)) == 0) {
      throw missing(required);
    }
  }

  private JsonMismatchException missing(int required) {
    String parent = JsonPath.of(in);
    String path = (parent.isEmpty() ? "" : parent + '.') + members.name(required);
    return new JsonMismatchException(path, "is missing");
  }
}
