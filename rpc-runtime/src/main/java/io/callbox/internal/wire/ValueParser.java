package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.json.Json;
import io.callbox.json.ValueReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads small values, one after the other, with the same parser, because a new parser costs more
 * than the reading of a small value. To the parser, the values are one document that does not end.
 *
 * <p>A pool keeps idle parsers. A parser belongs to one thread while it reads. A parser that failed
 * is not used again, and neither is one that has read many values, because it remembers their
 * names.
 */
final class ValueParser extends InputStream {

  /**
   * Stands for a value that could not be read. Code that needs the reason reads it in another way.
   */
  static final Object MISFIT = new Object();

  private static final ObjectPool<ValueParser> IDLE = new ObjectPool<>(64);
  private static final int MOST_VALUES = 10_000;
  private static final int LARGEST = 16 << 10;
  private static final byte[] NOTHING = {};
  private static final OutputStream NOWHERE = OutputStream.nullOutputStream();

  private final JsonParser in;
  private byte[] bytes = NOTHING;
  private int at;
  private int end;
  private boolean ended;
  private int values;

  private ValueParser() throws IOException {
    this.in = Json.FACTORY.createParser(this);
  }

  /**
   * Reads the only value between two places.
   *
   * @return the result of {@code reader}; {@link #MISFIT} if it fails, or if there is not exactly
   *     one value
   */
  static @Nullable Object read(byte[] bytes, int start, int end, ValueReader<?> reader) {
    if (end - start > LARGEST) {
      return MISFIT;
    }
    try {
      ValueParser idle = IDLE.take();
      ValueParser parser = idle == null ? new ValueParser() : idle;
      return parser.value(bytes, start, end, reader);
    } catch (IOException | RuntimeException misfit) {
      return MISFIT;
    }
  }

  private @Nullable Object value(byte[] source, int start, int stop, ValueReader<?> reader)
      throws IOException {
    bytes = source;
    at = start;
    end = stop;
    ended = false;
    in.nextToken();
    Object value = reader.read(in);
    if (!isAtEnd()) {
      return MISFIT;
    }
    bytes = NOTHING;
    if (++values < MOST_VALUES) {
      IDLE.put(this);
    }
    return value;
  }

  private boolean isAtEnd() throws IOException {
    in.finishToken();
    return at == end
        && in.getParsingContext().inRoot()
        && in.releaseBuffered(NOWHERE) <= (ended ? 1 : 0);
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** Reads bytes. A blank follows each value, so that a number ends. */
  @Override
  public int read(byte[] target, int offset, int length) {
    int count = Math.min(length, end - at);
    System.arraycopy(bytes, at, target, offset, count);
    at += count;
    if (at == end && count < length && !ended) {
      ended = true;
      target[offset + count] = ' ';
      return count + 1;
    }
    return count > 0 ? count : -1;
  }
}
