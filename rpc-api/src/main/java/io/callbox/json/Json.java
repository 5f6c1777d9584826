package io.callbox.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The one JSON factory of the product, and its limits. They are the same for what is written and
 * for what is read, so that nothing leaves one node to be refused by the next. Text may be as long
 * as a message. Safe for use by many threads.
 */
public final class Json {

  /** The maximum nesting of a message: arrays and objects within each other, including its own. */
  public static final int MAX_DEPTH = 500;

  /** The maximum length of a member's name, in bytes of UTF-8. */
  public static final int MAX_NAME_BYTES = 10_000;

  /** The maximum number of digits of a number, including those of its fraction and its exponent. */
  public static final int MAX_DIGITS = 1_000;

  /**
   * Makes the parsers and generators of every message. A message is UTF-8: other encodings are not
   * detected and not read, so offsets in bytes are always valid.
   */
  public static final JsonFactory FACTORY = factory(limits().build());

  /** Enough for any message that comes by mistake, and little enough for a small memory. */
  private static final int SPLITTING_DEPTH = 10_000;

  private Json() {}

  /**
   * A factory like {@link #FACTORY} for skipping values, to find out where they end. It does not
   * check depth or the length of numbers and names; the code that reads a value does.
   */
  public static JsonFactory factoryForSplitting() {
    return factory(
        limits()
            .maxNestingDepth(SPLITTING_DEPTH)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .build());
  }

  private static StreamReadConstraints.Builder limits() {
    return StreamReadConstraints.builder()
        .maxNestingDepth(MAX_DEPTH)
        .maxNameLength(MAX_NAME_BYTES)
        .maxNumberLength(MAX_DIGITS)
        .maxStringLength(Integer.MAX_VALUE);
  }

  private static JsonFactory factory(StreamReadConstraints limits) {
    return new LimitedFactory(
        new JsonFactoryBuilder()
            .streamReadConstraints(limits)
            .streamWriteConstraints(
                StreamWriteConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .configure(JsonFactory.Feature.CHARSET_DETECTION, false)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .rootValueSeparator(""));
  }

  private static final class LimitedFactory extends JsonFactory {

    private static final long serialVersionUID = 1L;

    LimitedFactory(JsonFactoryBuilder builder) {
      super(builder);
    }

    @Override
    protected JsonGenerator _createUTF8Generator(OutputStream out, IOContext context) {
      return new LimitedGenerator(
          context, _generatorFeatures, _objectCodec, out, _quoteChar, _rootValueSeparator);
    }

    @Override
    protected JsonParser _createParser(byte[] bytes, int offset, int length, IOContext context) {
      ByteQuadsCanonicalizer names = _byteSymbolCanonicalizer.makeChild(_factoryFeatures);
      return new TextParser(
          context, _parserFeatures, _objectCodec, names, bytes, offset, offset + length);
    }

    @Override
    protected JsonParser _createParser(InputStream in, IOContext context) {
      ByteQuadsCanonicalizer names = _byteSymbolCanonicalizer.makeChild(_factoryFeatures);
      return new TextParser(context, _parserFeatures, _objectCodec, names, in);
    }
  }
}
