package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.callbox.json.ValueReader;
import java.io.IOException;

/** Reads the items of one message, one after the other. For one thread at a time. */
public final class ItemsReader {

  private final JsonParser in;

  /** Creates a reader before the first item of a message, if there is one. */
  public ItemsReader(ItemsMessage message) throws IOException {
    this.in = message.items().open();
    in.nextToken();
    next();
  }

  /** Returns whether there is another item. */
  public boolean hasNext() {
    return in.currentToken() != JsonToken.END_ARRAY;
  }

  /** Reads an item. */
  public <T> T read(ValueReader<T> reader) throws IOException {
    T item = reader.read(in);
    next();
    return item;
  }

  /** Skips an item. */
  public void skip() throws IOException {
    in.skipChildren();
    next();
  }

  private void next() throws IOException {
    if (in.nextToken() == null) {
      throw new MalformedMessageException("the items do not end");
    }
  }
}
