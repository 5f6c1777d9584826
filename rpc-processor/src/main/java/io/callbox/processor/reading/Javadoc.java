package io.callbox.processor.reading;

import io.callbox.processor.model.Docs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Parses a Javadoc comment, and removes its markup. */
final class Javadoc {

  private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(?=[a-z])");
  private static final Pattern PARAM = Pattern.compile("param\\s+(\\S+)\\s+(.*)", Pattern.DOTALL);
  private static final Pattern THROWS =
      Pattern.compile("(?:throws|exception)\\s+(\\S+)\\s+(.*)", Pattern.DOTALL);
  private static final String RETURN = "return";
  private static final String DEPRECATED = "deprecated";

  /** Matches an inline tag, whose text is kept as it is, or an HTML tag. */
  private static final Pattern MARKUP =
      Pattern.compile("\\{@[a-z]+\\s+#?([^}]*)}|</?[a-zA-Z][^>]*>");

  private Javadoc() {}

  /** Returns the documentation of an element, and whether it is deprecated. */
  static Docs of(Element element, Elements elements) {
    Docs docs = of(elements.getDocComment(element));
    return elements.isDeprecated(element) ? docs.asDeprecated() : docs;
  }

  /** Returns the documentation in a comment; none if there is no comment. */
  private static Docs of(@Nullable String comment) {
    if (comment == null) {
      return Docs.NONE;
    }
    List<String> blocks = BLOCK.splitAsStream(comment).toList();
    List<String> tags = blocks.subList(1, blocks.size());
    return new Docs(
        plain(blocks.get(0)),
        named(PARAM, tags),
        first(RETURN, tags).orElse(""),
        named(THROWS, tags),
        first(DEPRECATED, tags),
        Set.of());
  }

  private static Map<String, String> named(Pattern tag, List<String> blocks) {
    Map<String, String> found = new HashMap<>();
    for (String block : blocks) {
      Matcher matcher = tag.matcher(block);
      if (matcher.matches()) {
        found.put(matcher.group(1), plain(matcher.group(2)));
      }
    }
    return found;
  }

  private static Optional<String> first(String tag, List<String> blocks) {
    return blocks.stream()
        .filter(block -> block.startsWith(tag))
        .map(block -> plain(block.substring(tag.length())))
        .findFirst();
  }

  private static String plain(String text) {
    return MARKUP
        .matcher(text)
        .replaceAll(found -> found.group(1) == null ? "" : Matcher.quoteReplacement(found.group(1)))
        .replaceAll("\\s+", " ")
        .trim();
  }
}
