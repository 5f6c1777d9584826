package io.callbox.processor.contract;

import io.callbox.processor.model.StandardShape;

/**
 * Regular expressions for types that are text and for which JSON Schema has no exact format: its
 * dates end in the year 9999, and its offsets have no seconds. Every written value matches, and
 * every matching value can be read.
 */
final class TextPatterns {

  /** The last four digits of a leap year: divisible by 4, and by 400 if divisible by 100. */
  private static final String LEAP_DIGITS =
      "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)";

  private static final String DAY_BUT_LEAP_DAY =
      "(02-(0[1-9]|1[0-9]|2[0-8])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
          + "|(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01]))";
  private static final String YEAR = "([0-9]{4}|-(?!0000-)[0-9]{4}|[+-][1-9][0-9]{4,8})";
  private static final String LEAP_YEAR =
      "(" + LEAP_DIGITS + "|-(?!0000-)" + LEAP_DIGITS + "|[+-][1-9][0-9]{0,4}" + LEAP_DIGITS + ")";
  private static final String DATE =
      "(" + YEAR + "-" + DAY_BUT_LEAP_DAY + "|" + LEAP_YEAR + "-02-29)";
  private static final String FAR_DATE = "[+-]1000000000-" + DAY_BUT_LEAP_DAY;

  private static final String FRACTION = "(\\.[0-9]{1,9})?";
  private static final String HOUR_MINUTE = "([01][0-9]|2[0-3]):[0-5][0-9]";
  private static final String EXACT_TIME = HOUR_MINUTE + ":[0-5][0-9]" + FRACTION;
  private static final String TIME = HOUR_MINUTE + "(:[0-5][0-9]" + FRACTION + ")?";
  private static final String OFFSET = "(Z|[+-](0[0-9]|1[0-7]):[0-5][0-9](:[0-5][0-9])?|[+-]18:00)";

  private static final String BELOW_60 = "[1-5]?[0-9]";
  private static final String BELOW_30 = "[12]?[0-9]";
  private static final String LONGEST = "2562047788015215H";
  private static final String HOURS = IntegerPattern.upTo("2562047788015214") + "H";
  private static final String DURATION =
      "PT(?=.)(-?%s)?(-?%sM)?(-?%s%sS)?".formatted(HOURS, BELOW_60, BELOW_60, FRACTION)
          + "|PT%s(%sM)?(%s%sS)?|PT%s30M([0-7]%sS)?"
              .formatted(LONGEST, BELOW_30, BELOW_60, FRACTION, LONGEST, FRACTION)
          + "|PT-%s(-%sM)?(-%s%sS)?".formatted(LONGEST, BELOW_30, BELOW_60, FRACTION)
          + "|PT-%s-30M(-8S|-[0-7]%sS)?".formatted(LONGEST, FRACTION);

  private static final String INT =
      IntegerPattern.symmetric(Integer.MAX_VALUE).replace("$", "[A-Z]");
  private static final String PERIOD = "P(?=.)(%sY)?(%sM)?(%sD)?".formatted(INT, INT, INT);

  private static final String REGION = "([A-Z]{2}|[0-9]{3})";
  private static final String PLAIN_LOCALE =
      "([a-z]{2,8}(_%s?(_[A-Za-z0-9]{1,8})*)?|_%s(_[A-Za-z0-9]{1,8})*)?".formatted(REGION, REGION);
  private static final String EXTENSION = "([a-wyz](-[a-z0-9]{2,8})+|x(-[a-z0-9]{1,8})+)";
  private static final String VARIANT = "(_([A-Z0-9]{5,8}|[0-9][A-Z0-9]{3}))?";
  private static final String TAGGED_LOCALE =
      "([a-z]{2,8}_%s?|_%s)%s_#([A-Z][a-z]{3}(_%s)?|%s)"
          .formatted(REGION, REGION, VARIANT, EXTENSION, EXTENSION);
  private static final String LOCALE =
      PLAIN_LOCALE + "|" + TAGGED_LOCALE + "|ja_JP_JP_#u-ca-japanese|th_TH_TH_#u-nu-thai";

  private TextPatterns() {}

  /** The expression for a type; empty if every text is valid, or if a format is exact. */
  static String of(StandardShape shape) {
    String pattern =
        switch (shape) {
          case CURRENCY -> "[A-Z]{3}";
          case LOCALE -> LOCALE;
          case YEAR -> "(?!-0$)-?(0|[1-9][0-9]{0,8})";
          case YEAR_MONTH -> "(?!-0+-)-?([0-9]{4}|[1-9][0-9]{4,8})-(0[1-9]|1[0-2])";
          case MONTH_DAY -> "--(" + DAY_BUT_LEAP_DAY + "|02-29)";
          case LOCAL_DATE -> DATE;
          case LOCAL_TIME -> TIME;
          case LOCAL_DATE_TIME -> DATE + "T" + TIME;
          case OFFSET_TIME -> TIME + OFFSET;
          case OFFSET_DATE_TIME, ZONED_DATE_TIME -> DATE + "T" + TIME + OFFSET;
          case INSTANT -> "(" + DATE + "|" + FAR_DATE + ")T" + EXACT_TIME + "Z";
          case DURATION -> DURATION;
          case PERIOD -> PERIOD;
          case ZONE_OFFSET -> OFFSET;
          case ZONE_ID -> "[A-Za-z][A-Za-z0-9~/._+:-]+|" + OFFSET;
          default -> "";
        };
    return pattern.isEmpty() ? "" : "^(" + pattern + ")$";
  }
}
