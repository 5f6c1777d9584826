package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.util.Currency;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/** Reads and writes the names of things, as strings. */
public final class Identifiers {

  private Identifiers() {}

  /** Reads a {@code UUID} in its usual form of 36 characters. */
  public static UUID readUuid(JsonParser in) throws IOException {
    return Parsed.read(in, "a UUID", Identifiers::uuid);
  }

  /** Writes a {@code UUID}. */
  public static void writeUuid(JsonGenerator out, UUID value) throws IOException {
    out.writeString(value.toString());
  }

  /** Reads a {@code URI}, absolute or relative. */
  public static URI readUri(JsonParser in) throws IOException {
    return Parsed.read(in, "a URI", URI::create);
  }

  /** Writes a {@code URI}. */
  public static void writeUri(JsonGenerator out, URI value) throws IOException {
    out.writeString(value.toString());
  }

  /** Reads a {@code Locale}: Java's {@code zh_TW_#Hant}, or a language tag {@code zh-Hant-TW}. */
  public static Locale readLocale(JsonParser in) throws IOException {
    return Parsed.read(in, "a locale like \"en_US\"", LocaleText::parse);
  }

  /** Writes a {@code Locale} in Java's form, {@code zh_TW_#Hant}. */
  public static void writeLocale(JsonGenerator out, Locale value) throws IOException {
    out.writeString(value.toString());
  }

  /** Reads a {@code Currency} by its ISO 4217 code, {@code EUR}. */
  public static Currency readCurrency(JsonParser in) throws IOException {
    return Parsed.read(in, "a currency like \"EUR\"", Currency::getInstance);
  }

  /** Writes a {@code Currency} by its code. */
  public static void writeCurrency(JsonGenerator out, Currency value) throws IOException {
    out.writeString(value.getCurrencyCode());
  }

  /** Parses a UUID. {@link UUID#fromString} also accepts groups of other lengths, and cuts them. */
  static UUID uuid(String text) {
    if (text.length() != 36
        || text.charAt(8) != '-'
        || text.charAt(13) != '-'
        || text.charAt(18) != '-'
        || text.charAt(23) != '-') {
      throw new IllegalArgumentException(text);
    }
    long most = hex(text, 0, 8) << 32 | hex(text, 9, 13) << 16 | hex(text, 14, 18);
    return new UUID(most, hex(text, 19, 23) << 48 | hex(text, 24, 36));
  }

  private static long hex(String text, int from, int to) {
    return HexFormat.fromHexDigitsToLong(text, from, to);
  }
}
