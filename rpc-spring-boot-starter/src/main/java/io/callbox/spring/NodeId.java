package io.callbox.spring;

import java.security.SecureRandom;
import org.springframework.core.env.Environment;

/** The default id of the node. */
final class NodeId {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int LONGEST_NAME = 100;
  private static final int RANDOM_DIGITS = 8;

  private NodeId() {}

  /** Returns the application's name, with invalid characters replaced, and a random part. */
  static String of(Environment environment) {
    String name = environment.getProperty("spring.application.name", "");
    String plain = name.isEmpty() ? "application" : name.replaceAll("[^A-Za-z0-9_.-]", "-");
    String shortened = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    return shortened + '-' + random();
  }

  private static String random() {
    long bound = (long) Math.pow(Character.MAX_RADIX, RANDOM_DIGITS);
    String digits = Long.toString(RANDOM.nextLong(bound), Character.MAX_RADIX);
    return "0".repeat(RANDOM_DIGITS - digits.length()) + digits;
  }
}
