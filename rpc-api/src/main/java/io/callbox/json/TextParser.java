package io.callbox.json;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads text faster: copies the part that needs no conversion. Jackson reads everything else,
 * including wrong text and text that is not yet complete in the buffer.
 *
 * <p>Belongs to one thread.
 */
final class TextParser extends UTF8StreamJsonParser {

  private static final byte NO_ESCAPE = 0;
  private static final byte[] ESCAPES = new byte[0x80];

  static {
    ESCAPES['"'] = '"';
    ESCAPES['\\'] = '\\';
    ESCAPES['/'] = '/';
    ESCAPES['b'] = '\b';
    ESCAPES['f'] = '\f';
    ESCAPES['n'] = '\n';
    ESCAPES['r'] = '\r';
    ESCAPES['t'] = '\t';
  }

  /** Reads the bytes between {@code start} and {@code end}. */
  TextParser(
      IOContext context,
      int features,
      ObjectCodec codec,
      ByteQuadsCanonicalizer names,
      byte[] bytes,
      int start,
      int end) {
    super(context, features, null, codec, names, bytes, start, end, 0, false);
  }

  /** Reads a stream. */
  TextParser(
      IOContext context,
      int features,
      ObjectCodec codec,
      ByteQuadsCanonicalizer names,
      InputStream in) {
    super(context, features, in, codec, names, context.allocReadIOBuffer(), 0, 0, 0, true);
  }

  @Override
  public String getText() throws IOException {
    if (_currToken == JsonToken.VALUE_STRING && _tokenIncomplete) {
      String text = text();
      if (text != null) {
        _tokenIncomplete = false;
        _textBuffer.resetWithString(text);
        return text;
      }
    }
    return super.getText();
  }

  /** Reads the string that begins here; returns null without moving if Jackson must read it. */
  private @Nullable String text() {
    int start = _inputPtr;
    int end = PlainText.endOf(_inputBuffer, start, _inputEnd);
    if (end < _inputEnd && _inputBuffer[end] == '"') {
      _inputPtr = end + 1;
      return new String(_inputBuffer, start, end - start, StandardCharsets.ISO_8859_1);
    }
    return escaped(start, end);
  }

  /**
   * Reads a string with escapes of one character.
   *
   * @param first the first character that is not plain
   */
  private @Nullable String escaped(int start, int first) {
    int end = first;
    int escapes = 0;
    while (isEscape(end)) {
      escapes++;
      end = PlainText.endOf(_inputBuffer, end + 2, _inputEnd);
    }
    if (end >= _inputEnd || _inputBuffer[end] != '"') {
      return null;
    }
    _inputPtr = end + 1;
    return unescaped(start, end, new byte[end - start - escapes]);
  }

  private boolean isEscape(int at) {
    return at + 1 < _inputEnd
        && _inputBuffer[at] == '\\'
        && _inputBuffer[at + 1] >= 0
        && ESCAPES[_inputBuffer[at + 1]] != NO_ESCAPE;
  }

  private String unescaped(int start, int end, byte[] text) {
    int size = 0;
    int at = start;
    while (at < end) {
      int plain = PlainText.endOf(_inputBuffer, at, end);
      System.arraycopy(_inputBuffer, at, text, size, plain - at);
      size += plain - at;
      at = plain;
      if (at < end) {
        text[size++] = ESCAPES[_inputBuffer[at + 1]];
        at += 2;
      }
    }
    return new String(text, StandardCharsets.ISO_8859_1);
  }
}
