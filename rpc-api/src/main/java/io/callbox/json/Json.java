package io.callbox.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;

/**
 * The one JSON factory of the product, and its limits on what it reads. Safe for use by many
 * threads.
 */
public final class Json {

  /** Deepest nesting of a message that is read: arrays and objects within each other. */
  public static final int MAX_DEPTH = 500;

  /** Longest member name that is read, in characters. */
  public static final int MAX_NAME_LENGTH = 10_000;

  /**
   * Makes the parsers and generators of every message, which is UTF-8: another encoding is neither
   * guessed nor read, so that offsets in bytes always mean something.
   */
  public static final JsonFactory FACTORY = factory(limits().build());

  /** Deep enough for whatever comes by mistake, and no more than little memory holds. */
  private static final int SPLITTING_DEPTH = 10_000;

  private Json() {}

  /**
   * A factory like {@link #FACTORY} for passing over values, to find out where they end: it leaves
   * it to whoever reads one of them to find it too deep, or its numbers or names too long.
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
        .maxNameLength(MAX_NAME_LENGTH);
  }

  private static JsonFactory factory(StreamReadConstraints limits) {
    return new JsonFactoryBuilder()
        .streamReadConstraints(limits)
        .configure(JsonFactory.Feature.CHARSET_DETECTION, false)
        .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
        .rootValueSeparator("")
        .build();
  }
}
