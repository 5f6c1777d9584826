package io.callbox.cli.command;

import io.callbox.contract.model.Member;
import io.callbox.contract.model.MethodContract;
import io.callbox.contract.model.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a contract in the form of a program: names, types, and other promises. */
final class ContractText {

  private ContractText() {}

  /**
   * Returns a method: {@code divide(dividend: int, divisor: int): Quotient throws
   * DivideByZeroException}.
   */
  static String signature(MethodContract method) {
    String parameters =
        method.parameters().stream().map(ContractText::member).collect(Collectors.joining(", "));
    String result = method.traits().oneWay() ? "" : ": " + type(method.result());
    String failures =
        method.exceptions().keySet().stream()
            .map(each -> each.substring(each.lastIndexOf('.') + 1))
            .collect(Collectors.joining(", "));
    return method.name()
        + ('(' + parameters + ')' + result)
        + (failures.isEmpty() ? "" : " throws " + failures);
  }

  /** Returns the other promises: {@code idempotent, times out after PT2S}. */
  static String traits(MethodContract method) {
    List<String> traits = new ArrayList<>();
    if (method.traits().oneWay()) {
      traits.add("one-way");
    }
    if (method.traits().idempotent()) {
      traits.add("idempotent");
    }
    if (!method.traits().timeout().isEmpty()) {
      traits.add("times out after " + method.traits().timeout());
    }
    return String.join(", ", traits);
  }

  /** Returns the definition of a named type. */
  static String definition(String name, Schema schema) {
    return name + " = " + type(schema);
  }

  /** Returns the Java name of a number type, from the bounds in the document. */
  private static String number(Schema.Numeric numeric) {
    String greatest = numeric.greatest().map(BigDecimal::toPlainString).orElse("");
    return switch (numeric.type() + greatest) {
      case "integer127" -> "byte";
      case "integer32767" -> "short";
      case "integer2147483647" -> "int";
      case "integer9223372036854775807" -> "long";
      default -> numeric.type();
    };
  }

  private static String member(Member member) {
    return member.name() + (member.needed() ? ": " : "?: ") + type(member.schema());
  }

  /** Returns a type in a few words. */
  static String type(Schema schema) {
    if (schema instanceof Schema.Structure structure) {
      return structure.members().values().stream()
          .map(ContractText::member)
          .collect(Collectors.joining(", ", "{ ", " }"));
    } else if (schema instanceof Schema.Elements elements) {
      String element = type(elements.element());
      String grouped = element.indexOf(' ') < 0 ? element : '(' + element + ')';
      return grouped + (elements.set() ? "{}" : "[]");
    } else if (schema instanceof Schema.Entries entries) {
      return "map of " + type(entries.keys()) + " to " + type(entries.values());
    } else if (schema instanceof Schema.Choice choice) {
      return String.join(" | ", choice.constants());
    } else if (schema instanceof Schema.Union union) {
      return union.subtypes().entrySet().stream()
          .map((Map.Entry<String, Schema> each) -> type(each.getValue()))
          .collect(Collectors.joining(" | ", "", " by " + union.property()));
    } else if (schema instanceof Schema.Nullable nullable) {
      return type(nullable.value()) + " or null";
    } else if (schema instanceof Schema.Checked checked) {
      return type(checked.value());
    } else if (schema instanceof Schema.Numeric numeric) {
      return number(numeric);
    } else if (schema instanceof Schema.Null) {
      return "void";
    }
    return schema.words();
  }
}
