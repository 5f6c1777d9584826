package io.callbox.json;

import static io.callbox.json.RoundTrip.read;
import static io.callbox.json.RoundTrip.refusal;
import static io.callbox.json.RoundTrip.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentifiersTest {

  @Test
  void uuidsAreReadInBothCases() throws IOException {
    UUID uuid = UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6");
    assertEquals(uuid, read("\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\"", Identifiers::readUuid));
    assertEquals(uuid, read("\"F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6\"", Identifiers::readUuid));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1-1-1-1-1",
        "f81d4fae-7dec-11d0-a765-00a0c91e6bf",
        "f81d4fae-7dec-11d0-a765-00a0c91e6bfg",
        "+81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        "f81d4fae7-dec-11d0-a765-00a0c91e6bf6",
        "-gdT64X8SSaBcB4RdB4XAA==",
      })
  void noOtherFormIsAUuid(String text) {
    assertEquals(
        "must be a UUID, got \"" + text + '"', refusal('"' + text + '"', Identifiers::readUuid));
  }

  @Test
  void urisMayBeRelative() throws IOException {
    assertEquals(URI.create("a/b?c"), read("\"a/b?c\"", Identifiers::readUri));
    assertEquals("must be a URI, got \"a b\"", refusal("\"a b\"", Identifiers::readUri));
    assertEquals("must be a URI, got 7", refusal("7", Identifiers::readUri));
  }

  @Test
  void currenciesHaveACode() throws IOException {
    assertEquals(Currency.getInstance("EUR"), read("\"EUR\"", Identifiers::readCurrency));
    assertEquals(
        "must be a currency like \"EUR\", got \"eur\"",
        refusal("\"eur\"", Identifiers::readCurrency));
  }

  @Test
  void everyLocaleOfTheJdkIsReadAsItIsWritten() throws IOException {
    for (Locale locale : Locale.getAvailableLocales()) {
      assertEquals(locale, read(write(locale, Identifiers::writeLocale), Identifiers::readLocale));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "en-US", "zh-Hant-TW", "sr-Latn", "de-DE-u-co-phonebk", "de-DE-u-co-phonebk-x-private",
        "zh-Hant-TW-u-ca-roc", "sl-rozaj-biske-1994", "en-US-posix", "und-DE", "es-419"
      })
  void localesAreReadInJavasFormAndAsTags(String tag) throws IOException {
    Locale locale = Locale.forLanguageTag(tag);
    assertEquals(locale, read('"' + tag + '"', Identifiers::readLocale));
    assertEquals(locale, read(write(locale, Identifiers::writeLocale), Identifiers::readLocale));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no_NO_NY", "th_TH_TH_#u-nu-thai", "ja_JP_JP_#u-ca-japanese"})
  void localesFromBeforeLanguageTagsAreRead(String text) throws IOException {
    Locale locale = read('"' + text + '"', Identifiers::readLocale);
    assertEquals('"' + text + '"', write(locale, Identifiers::writeLocale));
  }

  @ParameterizedTest
  @ValueSource(strings = {"e", "english!", "en_USA", "en_US_#", "en_US_x_#zzzzz", "en US"})
  void otherTextIsNoLocale(String text) {
    assertEquals(
        "must be a locale like \"en_US\", got \"" + text + '"',
        refusal('"' + text + '"', Identifiers::readLocale));
  }
}
