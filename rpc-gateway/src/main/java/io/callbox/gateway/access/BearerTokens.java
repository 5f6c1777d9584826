package io.callbox.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifies callers by their bearer tokens. It keeps only hashes of the tokens, and always
 * compares all of them, so that its duration reveals nothing. Immutable.
 */
final class BearerTokens implements Authenticator {

  private static final Pattern LINE = Pattern.compile("(\\S+)\\s+(\\p{Graph}{16,})");
  private static final String SCHEME = "Bearer ";

  private final List<Known> known;

  private BearerTokens(List<Known> known) {
    this.known = List.copyOf(known);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  private record Known(Caller caller, byte[] hash) {}

  static BearerTokens read(Path file) throws IOException {
    List<Known> known = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file, UTF_8)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        known.add(known(line.strip(), file + ", line " + number));
      }
    }
    if (known.isEmpty()) {
      throw new IllegalArgumentException(file + " has no line with a name and a token");
    }
    return new BearerTokens(known);
  }

  private static Known known(String line, String place) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          place + ": write a name, a blank, and a token of 16 printable characters or more");
    }
    return new Known(new Caller(matcher.group(1)), hash(matcher.group(2)));
  }

  @Override
  public Optional<Caller> authenticate(RequestHead head) {
    String header = head.header("authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    byte[] given = hash(header.substring(SCHEME.length()).strip());
    Optional<Caller> found = Optional.empty();
    for (Known each : known) {
      if (MessageDigest.isEqual(each.hash, given)) {
        found = Optional.of(each.caller);
      }
    }
    return found;
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // each Java platform must have it
    }
  }
}
