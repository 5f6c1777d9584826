package io.callbox.cli.command;

import io.callbox.cli.json.JsonValues;
import io.callbox.contract.model.Member;
import io.callbox.contract.model.MethodContract;
import io.callbox.contract.model.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the arguments of a call: one JSON object or array, {@code -} for standard input, {@code
 * @file}, or {@code name=value} for each. A value is JSON; if the contract says that it is text, it needs no quotes.
 */
final class Arguments {

  private static final int MAX_BYTES = 1 << 20;

  private final Optional<MethodContract> method;
  private final Map<String, Schema> types;

  Arguments(Optional<MethodContract> method, Map<String, Schema> types) {
    this.method = method;
    this.types = types;
  }

  /** Returns the value of {@code params}. */
  @Nullable Object read(List<String> words, InputStream in) throws IOException {
    if (words.size() == 1 && isDocument(words.get(0))) {
      String text = document(words.get(0), in);
      try {
        return JsonValues.parse(text);
      } catch (IllegalArgumentException malformed) {
        throw Refusal.misuse(
            "The argument " + malformed.getMessage(),
            "Write {\"name\": value} in single quotes, or name=value.");
      }
    }
    Map<String, @Nullable Object> byName = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals <= 0) {
        throw Refusal.misuse(
            "'" + word + "' is neither name=value nor a JSON object or array.",
            method.map(it -> ContractText.signature(it)).orElse("See callbox call --help."));
      }
      String name = word.substring(0, equals);
      if (byName.containsKey(name)) {
        throw Refusal.misuse("'" + name + "' is given twice.", "Give each argument once.");
      }
      byName.put(name, value(name, word.substring(equals + 1)));
    }
    return byName;
  }

  private static boolean isDocument(String word) {
    return word.equals("-") || word.startsWith("@") || word.startsWith("{") || word.startsWith("[");
  }

  private static String document(String word, InputStream in) throws IOException {
    if (word.equals("-")) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw Refusal.misuse(
            "Standard input has more than 1 MiB.", "A request may have that much.");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
    return word.startsWith("@") ? Files.readString(Path.of(word.substring(1))) : word;
  }

  private @Nullable Object value(String name, String text) {
    Optional<Schema> schema =
        method.stream()
            .flatMap(it -> it.parameters().stream())
            .filter(each -> each.answersTo(name))
            .map(Member::schema)
            .map(this::plain)
            .findFirst();
    boolean isText =
        schema.filter(it -> it instanceof Schema.Text || it instanceof Schema.Choice).isPresent();
    if (isText && !text.startsWith("\"") && !text.equals("null")) {
      return text;
    }
    try {
      return JsonValues.parse(text);
    } catch (IllegalArgumentException noJson) {
      return text; // compared with the contract later, or checked by the provider
    }
  }

  private Schema plain(Schema schema) {
    Schema at = schema;
    for (int step = 0; step < 10; step++) {
      if (at instanceof Schema.Nullable nullable) {
        at = nullable.value();
      } else if (at instanceof Schema.Checked checked) {
        at = checked.value();
      } else if (at instanceof Schema.Named named) {
        at = types.getOrDefault(named.name(), new Schema.Null());
      }
    }
    return at;
  }
}
