package io.callbox.processor.writing;

import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.Wildcards;
import java.util.List;

/** Parts of the heads of methods that are text. */
final class Heads {

  /** How a method ends that reads from Jackson's parser. */
  static final String THROWS_IO = thrown(List.of(Library.IO_EXCEPTION.toString())) + " {\n";

  private Heads() {}

  /** Parameters in parentheses, with the types of a contract's method. */
  static String declared(List<MemberModel> parameters, boolean varargs) {
    StringBuilder head = new StringBuilder("(").append(FilledText.NOTHING);
    for (int index = 0; index < parameters.size(); index++) {
      MemberModel parameter = parameters.get(index);
      String type = TypeText.of(parameter.shape(), parameter.wildcards());
      boolean many = varargs && index + 1 == parameters.size();
      add(many ? dotted(type) : type, parameter.name(), head);
    }
    return head.append(')').toString();
  }

  private static String dotted(String array) {
    return array.substring(0, array.length() - "[]".length()) + "...";
  }

  /** Parameters in parentheses, with the types that are read. */
  static String read(List<MemberModel> parameters) {
    StringBuilder head = new StringBuilder("(").append(FilledText.NOTHING);
    for (MemberModel parameter : parameters) {
      add(TypeText.of(parameter.shape(), Wildcards.NONE), parameter.name(), head);
    }
    return head.append(')').toString();
  }

  /** Parameters in parentheses, of which each is a type and a name. */
  static String of(String... parameters) {
    return "(" + FilledText.NOTHING + String.join("," + FilledText.SPACE, parameters) + ")";
  }

  private static void add(String type, String name, StringBuilder head) {
    if (head.length() > 2) {
      head.append(',').append(FilledText.SPACE);
    }
    head.append(type).append(' ').append(name);
  }

  /** What a method throws, if anything. */
  static String thrown(List<String> types) {
    return types.isEmpty()
        ? ""
        : FilledText.SPACE
            + "throws"
            + FilledText.SPACE
            + String.join("," + FilledText.SPACE, types);
  }
}
