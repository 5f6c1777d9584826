package io.callbox.transport;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * The content of one element of a list: a message, or the members of a {@link Chunk}. The bytes are
 * put together only on request. A transport that writes them piece by piece need not put them
 * together.
 *
 * <p>Immutable; the bytes of its messages must not change either. Safe for use by many threads.
 */
public abstract class Element {

  /** Creates an element whose members are not bytes yet. */
  protected Element() {}

  /** Creates an element with one message. */
  public static Element of(byte[] message) {
    return new Messages(List.of(message));
  }

  /**
   * Creates an element with one or more messages: several are a chunk.
   *
   * @param members the messages, in a list that does not change any more
   */
  public static Element of(List<byte[]> members) {
    return new Messages(members);
  }

  /** Receives the bytes of an element. */
  @FunctionalInterface
  public interface Target {

    /** Receives some bytes of an array, which may change afterwards. */
    void write(byte[] source, int offset, int length);
  }

  /** Returns its length, in bytes. */
  public abstract int length();

  /** Returns whether it is a JSON array, as chunks and batches are. */
  public abstract boolean isArray();

  /** Gives its bytes to a target piece by piece, in their order. */
  public abstract void writeTo(Target target);

  /** Returns its bytes, which must not change. */
  public byte[] bytes() {
    ByteBuffer all = ByteBuffer.allocate(length());
    writeTo(all::put);
    return all.array();
  }

  /** The form for logs, which does not show messages. */
  @Override
  public String toString() {
    return length() + " bytes";
  }

  private static final class Messages extends Element {

    private final List<byte[]> members;
    private final int length;

    Messages(List<byte[]> members) {
      this.members = members;
      this.length = Chunk.length(members);
    }

    @Override
    public int length() {
      return length;
    }

    @Override
    public boolean isArray() {
      byte[] first = members.get(0);
      return members.size() > 1 || (first.length > 0 && first[0] == '[');
    }

    @Override
    public void writeTo(Target target) {
      Chunk.write(
          members,
          mark -> target.write(mark, 0, mark.length),
          member -> target.write(member, 0, member.length));
    }

    @Override
    public byte[] bytes() {
      return members.size() == 1 ? members.get(0) : super.bytes();
    }
  }
}
