package io.callbox.transport;

import java.util.List;
import java.util.function.Consumer;

/**
 * The content of one element of a list: a message, or the members of a {@link Chunk}. The members
 * are joined when somebody asks for the bytes. A transport that writes them one after the other
 * need not join them.
 *
 * <p>Immutable; the bytes of its messages must not change either. Safe for use by many threads.
 */
public final class Element {

  private final List<byte[]> members;
  private final int length;

  private Element(List<byte[]> members) {
    this.members = members;
    this.length = Chunk.length(members);
  }

  /** An element with one message. */
  public static Element of(byte[] message) {
    return new Element(List.of(message));
  }

  /**
   * An element with one or more messages: several are a chunk.
   *
   * @param members the messages, in a list that does not change any more
   */
  public static Element of(List<byte[]> members) {
    return new Element(members);
  }

  /** Returns its length, in bytes. */
  public int length() {
    return length;
  }

  /** Returns whether it is a JSON array, as chunks and batches are. */
  public boolean isArray() {
    byte[] first = members.get(0);
    return members.size() > 1 || (first.length > 0 && first[0] == '[');
  }

  /** Gives its bytes to a target piece by piece, in their order. The pieces must not change. */
  public void writeTo(Consumer<byte[]> target) {
    if (members.size() == 1) {
      target.accept(members.get(0));
    } else {
      Chunk.write(members, target);
    }
  }

  /** Returns its bytes, which must not change. */
  public byte[] bytes() {
    return members.size() == 1 ? members.get(0) : Chunk.join(members);
  }

  /** For logs, which do not show messages. */
  @Override
  public String toString() {
    return length + " bytes";
  }
}
