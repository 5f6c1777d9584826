package io.callbox.internal.client.push;

import io.callbox.internal.wire.MessageBuffer;
import io.callbox.internal.wire.RequestEnvelope;
import io.callbox.transport.Chunk;
import io.callbox.transport.Element;
import java.util.List;

/** One or several requests as one element. Its bytes are made only when it leaves. */
final class RequestElement extends Element {

  /** The number of collected bytes from which on they are passed on. */
  static final int PIECE = 8 << 10;

  private final List<RequestEnvelope> requests;
  private final int length;

  /**
   * Creates an element.
   *
   * @param requests in a list that does not change any more
   */
  RequestElement(List<RequestEnvelope> requests) {
    this.requests = requests;
    int sum = Chunk.lengthOfMarks(requests.size());
    for (RequestEnvelope request : requests) {
      sum += request.length();
    }
    this.length = sum;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public boolean isArray() {
    return requests.size() > 1;
  }

  @Override
  public void writeTo(Target target) {
    MessageBuffer piece = MessageBuffer.idle();
    Chunk.write(requests, piece::write, request -> write(request, piece, target));
    piece.moveTo(target::write);
    piece.release();
  }

  private static void write(RequestEnvelope request, MessageBuffer piece, Target target) {
    request.writeHead(piece);
    byte[] tail = request.tail();
    if (piece.size() + tail.length >= PIECE) {
      piece.moveTo(target::write);
    }
    if (tail.length >= PIECE) {
      target.write(tail, 0, tail.length);
    } else {
      piece.write(tail);
    }
  }

  @Override
  public byte[] bytes() {
    return requests.size() == 1 ? requests.get(0).bytes() : super.bytes();
  }
}
