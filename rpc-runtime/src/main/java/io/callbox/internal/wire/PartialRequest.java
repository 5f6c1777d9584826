package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.callbox.json.Unicode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Searches an unreadable request for the members that an answer needs: its id and its reply list.
 * It finds them before and after a part that is broken, too deep or too long, in one pass over the
 * bytes.
 *
 * @param id the id; null if there is none, or if it could not be read
 * @param method the method; empty if it could not be read
 * @param replyTo the reply list, if the request says so
 * @param from the node that calls, if the request says so
 */
public record PartialRequest(
    @Nullable RequestId id, String method, @Nullable String replyTo, @Nullable String from) {

  private static final PartialRequest NOTHING = new PartialRequest(null, "", null, null);

  private static final Set<String> NAMES = Set.of("id", "method", "replyTo", "from");

  /** The maximum number of bytes of the names that it searches for. */
  private static final int LONGEST_NAME = 6 * "replyTo".length() + 2;

  /** Searches a request; finds nothing in a batch. Never throws. */
  public static PartialRequest of(Slice slice) {
    LooseScan scan = new LooseScan(slice);
    return scan.skip('{') ? object(scan) : NOTHING;
  }

  /** Searches the first requests of a batch, as many as a batch may have. Never throws. */
  public static List<PartialRequest> ofBatch(Slice batch) {
    List<PartialRequest> found = new ArrayList<>();
    LooseScan scan = new LooseScan(batch);
    if (!scan.skip('[')) {
      return found;
    }
    while (scan.hasMore() && found.size() < Batch.MAX_MEMBERS) {
      if (scan.skip('{')) {
        found.add(object(scan));
      } else {
        scan.value();
        scan.skipNoise();
      }
    }
    return found;
  }

  /** Scans a whole object; the scan is after its opening bracket. */
  private static PartialRequest object(LooseScan scan) {
    PartialRequest found = NOTHING;
    while (scan.hasMore() && !scan.skip('}')) {
      Slice name = scan.name();
      Slice value = scan.value();
      String member = name == null ? "" : nameIn(name);
      if (NAMES.contains(member)) {
        found = found.with(member, value);
      }
      if (!scan.skip(',') && scan.skip(']')) {
        return found; // the object has no end, but the array around it has one
      }
    }
    return found;
  }

  private PartialRequest with(String name, Slice value) {
    if (name.equals("id")) {
      return new PartialRequest(idIn(value), method, replyTo, from);
    }
    String text = textIn(value);
    return switch (name) {
      case "method" -> new PartialRequest(id, text == null ? "" : text, replyTo, from);
      case "replyTo" -> new PartialRequest(id, method, text == null ? replyTo : text, from);
      case "from" -> new PartialRequest(id, method, replyTo, text == null ? from : text);
      default -> this;
    };
  }

  private static String nameIn(Slice name) {
    String text = name.length() > LONGEST_NAME ? null : textIn(name);
    return text == null ? "" : text;
  }

  private static @Nullable String textIn(Slice value) {
    try (JsonParser in = value.open()) {
      String text = in.nextToken() == JsonToken.VALUE_STRING ? in.getText() : null;
      return text != null && Unicode.isWhole(text) ? text : null;
    } catch (IOException broken) {
      return null;
    }
  }

  /**
   * Returns the id in a value; null if it is invalid. An invalid id does not affect the members
   * after it.
   */
  private static @Nullable RequestId idIn(Slice value) {
    try (JsonParser in = value.open()) {
      return in.nextToken() == null ? null : RequestId.read(in);
    } catch (IOException noId) {
      return null;
    }
  }
}
