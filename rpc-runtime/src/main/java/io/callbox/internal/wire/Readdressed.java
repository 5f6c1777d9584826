package io.callbox.internal.wire;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.nio.charset.StandardCharsets;

/** Turns a member of a batch into a separate request with the reply list of the batch. */
public final class Readdressed {

  private Readdressed() {}

  /**
   * Returns the request by itself: unchanged if it names a reply list, or if it has no id and so no
   * answer; otherwise with the reply list of its batch.
   *
   * @param member one request
   * @param replyTo the reply list of its batch
   */
  public static byte[] of(Slice member, String replyTo) {
    ByteArrayBuilder message = new ByteArrayBuilder(member.length() + replyTo.length() + 16);
    int start = member.offset();
    int end = start + member.length();
    PartialRequest rescue = PartialRequest.of(member);
    if (rescue.id() != null && rescue.replyTo() == null) {
      String added = "{\"replyTo\":\"" + escaped(replyTo) + "\",";
      message.write(added.getBytes(StandardCharsets.UTF_8));
      start++;
    }
    message.write(member.bytes(), start, end - start);
    return message.toByteArray();
  }

  private static String escaped(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }
}
