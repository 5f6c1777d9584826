package io.callbox.transport;

/**
 * A response, or several as one element, and the request that it answers and acknowledges.
 *
 * @param element the response
 * @param request the request that it answers
 */
public record ReplyMessage(Element element, Delivery request) {

  /** Creates a response that is one message. */
  public ReplyMessage(byte[] response, Delivery request) {
    this(Element.of(response), request);
  }

  /** Returns the bytes of the response, which must not change. */
  public byte[] response() {
    return element.bytes();
  }
}
