package io.callbox.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callbox.json.Json;
import io.callbox.json.Numbers;
import io.callbox.rpc.CallTimes;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.testing.DivideByZeroException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reads envelopes, led through its branches by Jazzer. {@code mvn verify} runs the inputs
 * under {@code src/test/resources} only; CONTRIBUTING.md says how to look for more.
 */
final class EnvelopeFuzzTest {

  private static final ObjectMapper TREES = new ObjectMapper(Json.FACTORY);
  private static final MethodDescriptor<Integer> METHOD =
      MethodDescriptor.named("Arith", "divide")
          .exceptions(DivideByZeroException.DECLARED)
          .returning(Numbers::readInt);

  /** A request is read or refused; if it is read, every reader of it says the same. */
  @DictionaryFile(resourcePath = "envelope.dict")
  @FuzzTest
  void request(byte[] message) throws IOException {
    Slice slice = Slice.of(message);
    ReadRequest read = requestIn(slice);
    if (read == null) {
      return;
    }
    Request head = RequestReader.headOf(slice);
    assertEquals(read.head(), head);
    assertEquals(paramsIn(slice), tree(RequestReader.paramsOf(slice)));
    RequestId id = head.id();
    if (id != null) {
      byte[] response = EnvelopeWriter.result(id, null, 1, (out, one) -> out.writeNumber(one));
      assertEquals(1, TREES.readTree(response).path("result").intValue());
    }
  }

  private static @Nullable ReadRequest requestIn(Slice slice) {
    try {
      return ReadRequest.of(slice);
    } catch (IOException documented) {
      return null;
    }
  }

  private static JsonNode paramsIn(Slice slice) throws IOException {
    try (RequestReader reader = new RequestReader(slice)) {
      reader.readHead();
      return TREES.readTree(reader.params());
    }
  }

  private static JsonNode tree(Slice slice) throws IOException {
    return TREES.readTree(slice.bytes(), slice.offset(), slice.length());
  }

  /** What is found in a broken request is what a whole one says. */
  @DictionaryFile(resourcePath = "envelope.dict")
  @FuzzTest
  void rescue(byte[] message) throws IOException {
    Slice slice = Slice.of(message);
    PartialRequest rescue = PartialRequest.of(slice);
    RequestId id = rescue.id();
    ReadRequest read = requestIn(slice);
    if (read != null) {
      Request head = read.head();
      assertEquals(head.id(), id);
      assertEquals(head.method(), rescue.method());
      assertEquals(head.replyTo(), rescue.replyTo());
      assertEquals(head.from(), rescue.from());
    } else if (id != null) {
      EnvelopeWriter.result(id, null, 1, (out, one) -> out.writeNumber(one));
    }
  }

  /**
   * A response brings a result, a declared exception or an {@link RpcException}; nothing else. The
   * times that it tells of make sense.
   */
  @DictionaryFile(resourcePath = "envelope.dict")
  @FuzzTest
  void response(byte[] message) throws Throwable {
    String usual = ResponseId.atItsUsualPlace(Slice.of(message));
    String found = ResponseId.anywhere(Slice.of(message));
    if (usual != null && found != null) {
      assertEquals(found, usual);
    }
    try {
      ResponseReader.read(Slice.of(message), METHOD, EnvelopeFuzzTest::requireSense);
    } catch (RpcException | DivideByZeroException documented) {
      return;
    }
  }

  static void requireSense(CallTimes times) {
    assertTrue(times.queuedMicros() >= 0, times::toString);
    assertTrue(times.ranMicros() >= 0, times::toString);
  }

  /** A batch is taken apart or refused; its parts are all that is in it. */
  @DictionaryFile(resourcePath = "envelope.dict")
  @FuzzTest
  void batch(byte[] message) throws IOException {
    Slice slice = Slice.of(message);
    if (!slice.isArray()) {
      return;
    }
    List<Slice> elements;
    JsonNode whole;
    try {
      elements = Batch.split(slice);
      whole = tree(slice); // looks into texts, which taking apart does not
    } catch (IOException documented) {
      return;
    }
    assertEquals(whole.size(), elements.size());
    for (int index = 0; index < elements.size(); index++) {
      assertEquals(whole.get(index), tree(elements.get(index)));
      PartialRequest.of(elements.get(index));
    }
  }

  /** Whatever a request is, its deadLetter is JSON that holds it. */
  @DictionaryFile(resourcePath = "envelope.dict")
  @FuzzTest
  void deadLetter(byte[] message) throws IOException {
    byte[] entry = new DeadLetterEntry("because", 1, 1, "b:1", true, null, message).write();
    JsonNode written = TREES.readTree(entry);
    assertEquals("because", written.path("reason").textValue());
    assertTrue(written.has("request"), written::toString);
    assertEquals("because", DeadLetterEntry.read(entry).reason());
    DeadLetterEntry.read(message);
  }
}
