package io.callbox.internal.wire;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.nio.charset.StandardCharsets;

/** Makes a member of a batch a request of its own that is answered where it would have been. */
public final class Readdressed {

  private Readdressed() {}

  /**
   * The request by itself, byte for byte if it says where it is answered, or has no id and so no
   * answer; else with that added.
   *
   * @param member one request
   * @param replyTo where its batch is answered
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
