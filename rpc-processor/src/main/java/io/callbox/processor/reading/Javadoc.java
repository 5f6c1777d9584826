package io.callbox.processor.reading;

import io.callbox.processor.model.Docs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a Javadoc comment apart, and its markup away. */
final class Javadoc {

  private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(?=[a-z])");
  private static final Pattern PARAM = Pattern.compile("param\\s+(\\S+)\\s+(.*)", Pattern.DOTALL);

  /** An inline tag, whose text is kept as it is, or else one of HTML's. */
  private static final Pattern MARKUP =
      Pattern.compile("\\{@[a-z]+\\s+#?([^}]*)}|</?[a-zA-Z][^>]*>");

  private Javadoc() {}

  /** What a comment says; nothing if there is none. */
  static Docs of(@Nullable String comment) {
    if (comment == null) {
      return Docs.NONE;
    }
    List<String> blocks = BLOCK.splitAsStream(comment).toList();
    Map<String, String> parameters = new HashMap<>();
    String result = "";
    for (int index = 1; index < blocks.size(); index++) {
      Matcher parameter = PARAM.matcher(blocks.get(index));
      if (parameter.matches()) {
        parameters.put(parameter.group(1), plain(parameter.group(2)));
      } else if (blocks.get(index).startsWith("return")) {
        result = plain(blocks.get(index).substring("return".length()));
      }
    }
    return new Docs(plain(blocks.get(0)), parameters, result);
  }

  private static String plain(String text) {
    return MARKUP
        .matcher(text)
        .replaceAll(found -> found.group(1) == null ? "" : Matcher.quoteReplacement(found.group(1)))
        .replaceAll("\\s+", " ")
        .trim();
  }
}
