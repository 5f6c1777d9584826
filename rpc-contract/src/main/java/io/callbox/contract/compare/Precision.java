package io.callbox.contract.compare;

import io.callbox.contract.model.Schema.Numeric;
import java.math.BigDecimal;
import java.util.Optional;

/** Decides which numbers can be read as which others without loss. */
final class Precision {

  private static final int UNLIMITED = Integer.MAX_VALUE;

  private Precision() {}

  /** Returns whether a reader accepts all values of a writer. */
  static boolean isWithinRange(Numeric written, Numeric read) {
    boolean fractions = !written.whole() && read.whole();
    boolean noNumbers = isFloating(written) && !isFloating(read);
    boolean overflow = written.type().equals("double") && read.type().equals("float");
    return !fractions
        && !noNumbers
        && !overflow
        && isNoLess(written.least(), read.least())
        && isNoGreater(written.greatest(), read.greatest());
  }

  /** Returns whether a reader keeps all digits. */
  static boolean isExact(Numeric written, Numeric read) {
    return bits(written) <= bits(read);
  }

  private static boolean isFloating(Numeric numeric) {
    return numeric.type().equals("double") || numeric.type().equals("float");
  }

  private static boolean isNoLess(Optional<BigDecimal> least, Optional<BigDecimal> bound) {
    return bound.isEmpty() || least.filter(each -> each.compareTo(bound.get()) >= 0).isPresent();
  }

  private static boolean isNoGreater(Optional<BigDecimal> greatest, Optional<BigDecimal> bound) {
    return bound.isEmpty() || greatest.filter(each -> each.compareTo(bound.get()) <= 0).isPresent();
  }

  private static int bits(Numeric numeric) {
    return switch (numeric.type()) {
      case "float" -> 24;
      case "double" -> 53;
      default -> wholeBits(numeric);
    };
  }

  private static int wholeBits(Numeric numeric) {
    return numeric
        .greatest()
        .map(greatest -> greatest.toBigInteger().bitLength())
        .orElse(UNLIMITED);
  }
}
