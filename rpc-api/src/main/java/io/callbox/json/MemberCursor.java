package io.callbox.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.BitSet;

/**
 * Walks the members of one object, or the places of one positional parameter array. Made by {@link
 * Members}; not safe for use by many threads.
 */
public final class MemberCursor {

  /**
   * The seen members beyond the first 64, for an object that has no more than 64. Never written to.
   */
  private static final BitSet NOTHING = new BitSet();

  private final Members members;
  private final JsonParser in;
  private final boolean positional;
  private int index = Members.UNKNOWN;
  private int expected;
  private long named;
  private long seen;
  private final BitSet namedBeyond;
  private final BitSet seenBeyond;

  MemberCursor(Members members, JsonParser in, boolean positional) {
    this.members = members;
    this.in = in;
    this.positional = positional;
    boolean many = members.size() > Long.SIZE;
    this.namedBeyond = many ? new BitSet() : NOTHING;
    this.seenBeyond = many ? new BitSet() : NOTHING;
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
      index = expected; // compared without reading the name as a string
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
    boolean there = in.currentToken() != JsonToken.VALUE_NULL;
    if (index >= Long.SIZE) {
      foundBeyond(there);
      return;
    }
    named |= 1L << index;
    if (there) {
      seen |= 1L << index;
    }
  }

  private void foundBeyond(boolean there) {
    namedBeyond.set(index);
    if (there) {
      seenBeyond.set(index);
    }
  }

  /**
   * The index of the member that the cursor is at; negative for a member that {@link Members} does
   * not name.
   */
  public int index() {
    return index;
  }

  /** Returns whether the member's value is {@code null}. */
  public boolean isNull() {
    return in.currentToken() == JsonToken.VALUE_NULL;
  }

  /** Passes over the member's value. */
  public void skip() throws IOException {
    in.skipChildren();
  }

  /**
   * Checks that a member was there and was not {@code null}. Called at the end of the object.
   *
   * @param required the member's index
   * @throws JsonMismatchException if it was not
   */
  public void require(int required) throws IOException {
    if (!has(required, seen, seenBeyond)) {
      throw missing(required);
    }
  }

  /**
   * Checks that a member was there; it may be {@code null}. Called at the end of the object.
   *
   * @param required the member's index
   * @throws JsonMismatchException if it was not
   */
  public void requireName(int required) throws IOException {
    if (!has(required, named, namedBeyond)) {
      throw missing(required);
    }
  }

  private static boolean has(int index, long first, BitSet beyond) {
    return index < Long.SIZE ? (first & (1L << index)) != 0 : beyond.get(index);
  }

  private JsonMismatchException missing(int required) {
    String parent = JsonPath.of(in);
    String path = (parent.isEmpty() ? "" : parent + '.') + members.name(required);
    return new JsonMismatchException(path, "is missing");
  }
}
