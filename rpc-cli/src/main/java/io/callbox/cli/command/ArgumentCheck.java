package io.callbox.cli.command;

import io.callbox.cli.json.JsonValues;
import io.callbox.contract.model.Member;
import io.callbox.contract.model.MethodContract;
import io.callbox.contract.model.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks arguments against a method's contract, and reports all mistakes. */
final class ArgumentCheck {

  private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

  private final Map<String, Schema> types;
  private final List<String> problems = new ArrayList<>();

  private ArgumentCheck(Map<String, Schema> types) {
    this.types = types;
  }

  /** Returns the mistakes, one sentence each; empty if there are none. */
  static List<String> problems(
      MethodContract method, Map<String, Schema> types, @Nullable Object params) {
    ArgumentCheck check = new ArgumentCheck(types);
    if (params instanceof List<?> byPosition) {
      check.byPosition(method, byPosition);
    } else if (params instanceof Map<?, ?> byName) {
      check.members(method.parameters(), byName, "", "parameter");
    } else {
      check.problems.add("Arguments are an object by name or an array by position.");
    }
    return check.problems;
  }

  private void byPosition(MethodContract method, List<?> arguments) {
    List<Member> parameters = method.parameters();
    if (arguments.size() > parameters.size()) {
      problems.add(
          String.format(
              Locale.ROOT,
              "%d arguments, there are %d parameters: %s",
              arguments.size(),
              parameters.size(),
              ContractText.signature(method)));
    }
    for (int index = 0; index < parameters.size(); index++) {
      Member parameter = parameters.get(index);
      if (index < arguments.size()) {
        value(parameter.schema(), arguments.get(index), parameter.name());
      } else if (parameter.needed()) {
        missing(parameter.name(), parameter.schema());
      }
    }
  }

  private void members(Collection<Member> expected, Map<?, ?> given, String path, String what) {
    List<String> names = expected.stream().map(Member::name).toList();
    for (Object name : given.keySet()) {
      if (expected.stream().noneMatch(each -> each.answersTo(String.valueOf(name)))) {
        problems.add(
            "There is no %s '%s'. %s"
                .formatted(what, path + name, DidYouMean.among(names, String.valueOf(name))));
      }
    }
    for (Member member : expected) {
      Object name =
          given.keySet().stream()
              .filter(each -> member.answersTo(String.valueOf(each)))
              .findFirst()
              .orElse(null);
      if (name != null) {
        value(member.schema(), given.get(name), path + member.name());
      } else if (member.needed() && member.read()) {
        missing(path + member.name(), member.schema());
      }
    }
  }

  private void missing(String path, Schema schema) {
    problems.add("'" + path + "' is missing: it is " + ContractText.type(schema) + ".");
  }

  private void value(Schema expected, @Nullable Object value, String path) {
    Schema schema = resolved(expected);
    if (schema instanceof Schema.Nullable nullable) {
      if (value != null) {
        value(nullable.value(), value, path);
      }
    } else if (schema instanceof Schema.Numeric numeric) {
      number(numeric, value, path);
    } else if (schema instanceof Schema.Truth) {
      require(value instanceof Boolean, schema, value, path);
    } else if (schema instanceof Schema.Text) {
      require(value instanceof String, schema, value, path);
    } else if (schema instanceof Schema.Choice choice) {
      choice(choice, value, path);
    } else {
      composed(schema, value, path);
    }
  }

  private void composed(Schema schema, @Nullable Object value, String path) {
    if (schema instanceof Schema.Elements elements) {
      if (require(value instanceof List, schema, value, path) && value instanceof List<?> list) {
        elements(elements, list, path);
      }
    } else if (schema instanceof Schema.Entries entries) {
      if (require(value instanceof Map, schema, value, path) && value instanceof Map<?, ?> map) {
        map.forEach((key, each) -> value(entries.values(), each, path + '.' + key));
      }
    } else if (schema instanceof Schema.Structure structure) {
      if (require(value instanceof Map, schema, value, path) && value instanceof Map<?, ?> map) {
        structure(structure, map, path);
      }
    } else if (schema instanceof Schema.Union union) {
      if (require(value instanceof Map, schema, value, path) && value instanceof Map<?, ?> map) {
        union(union, map, path);
      }
    }
  }

  private void elements(Schema.Elements elements, List<?> list, String path) {
    for (int index = 0; index < list.size(); index++) {
      value(elements.element(), list.get(index), path + '[' + index + ']');
    }
  }

  private void structure(Schema.Structure structure, Map<?, ?> value, String path) {
    Map<Object, @Nullable Object> untagged = new LinkedHashMap<>(value);
    structure.tag().ifPresent(tag -> untagged.remove(tag.property()));
    members(structure.members().values(), untagged, path + '.', "member");
  }

  private void union(Schema.Union union, Map<?, ?> value, String path) {
    String tag = String.valueOf(value.get(union.property()));
    Schema subtype = union.subtypes().get(tag);
    if (subtype == null) {
      problems.add(
          "'%s.%s' must say which it is. %s"
              .formatted(path, union.property(), DidYouMean.among(union.subtypes().keySet(), tag)));
    } else {
      value(subtype, value, path);
    }
  }

  private void choice(Schema.Choice choice, @Nullable Object value, String path) {
    boolean known =
        value instanceof String text
            && (choice.constants().contains(text)
                || choice.aliases().containsKey(text)
                || choice.fallback().isPresent());
    if (!known) {
      problems.add(
          "'%s' must not be %s. %s"
              .formatted(
                  path, shown(value), DidYouMean.among(choice.constants(), String.valueOf(value))));
    }
  }

  private void number(Schema.Numeric numeric, @Nullable Object value, String path) {
    if (!numeric.whole() && value instanceof String text && NOT_FINITE.contains(text)) {
      return;
    }
    if (!require(value instanceof Number, numeric, value, path)) {
      return;
    }
    BigDecimal number = new BigDecimal(String.valueOf(value));
    boolean fits =
        numeric.least().filter(least -> number.compareTo(least) < 0).isEmpty()
            && numeric.greatest().filter(greatest -> number.compareTo(greatest) > 0).isEmpty();
    boolean whole = !numeric.whole() || number.stripTrailingZeros().scale() <= 0;
    require(fits && whole, numeric, value, path);
  }

  private boolean require(boolean fits, Schema expected, @Nullable Object value, String path) {
    if (!fits) {
      problems.add(
          "'%s' must be %s, got %s".formatted(path, ContractText.type(expected), shown(value)));
    }
    return fits;
  }

  private static String shown(@Nullable Object value) {
    String text = JsonValues.compact(value);
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  private Schema resolved(Schema schema) {
    Schema at = schema;
    for (int step = 0; at instanceof Schema.Named named && step < 10; step++) {
      at = types.getOrDefault(named.name(), new Schema.Anything(Optional.empty()));
      at = at instanceof Schema.Checked checked ? checked.value() : at;
    }
    return at;
  }
}
