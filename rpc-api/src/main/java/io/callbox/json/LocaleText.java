package io.callbox.json;

import java.util.IllformedLocaleException;
import java.util.Locale;

/**
 * Parses what {@link Locale#toString} writes, {@code language_REGION_variant_#script_extensions}
 * with parts left out, and language tags.
 */
final class LocaleText {

  private static final int SCRIPT_LENGTH = 4;

  private LocaleText() {}

  /**
   * Parses a locale.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Locale parse(String text) {
    try {
      return wellFormed(text);
    } catch (IllformedLocaleException none) {
      throw new IllegalArgumentException(none);
    }
  }

  private static Locale wellFormed(String text) {
    if (text.isEmpty()) {
      return Locale.ROOT;
    }
    if (text.indexOf('_') < 0) {
      return new Locale.Builder().setLanguageTag(text).build();
    }
    int marker = text.indexOf("_#");
    String[] names = (marker < 0 ? text : text.substring(0, marker)).split("_", 3);
    Locale.Builder locale = marker < 0 ? new Locale.Builder() : tail(text.substring(marker + 2));
    String region = names.length > 1 ? names[1] : "";
    locale.setLanguage(names[0]).setRegion(region);
    return names.length > 2 ? withVariant(locale, names, text) : locale.build();
  }

  /** Parses the part behind {@code #}: a script, extensions, or both with a {@code _} between. */
  private static Locale.Builder tail(String tail) {
    boolean isScript = tail.length() == SCRIPT_LENGTH && tail.indexOf('-') < 0;
    boolean hasScript = isScript || tail.indexOf('_') == SCRIPT_LENGTH;
    String script = hasScript ? tail.substring(0, SCRIPT_LENGTH) : "";
    String extensions = hasScript ? tail.substring(SCRIPT_LENGTH) : '-' + tail;
    return new Locale.Builder()
        .setLanguageTag("und" + extensions.replace('_', '-'))
        .setScript(script);
  }

  /**
   * Makes a locale with a variant from before language tags, as in {@code no_NO_NY}, which only the
   * old constructor accepts.
   */
  private static Locale withVariant(Locale.Builder locale, String[] names, String text) {
    try {
      return locale.setVariant(names[2]).build();
    } catch (IllformedLocaleException noTag) {
      Locale old = new Locale(names[0], names[1], names[2]);
      if (old.toString().equals(text)) {
        return old;
      }
      throw noTag;
    }
  }
}
