package io.callbox.processor.parity;

import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;

/**
 * A service with types of random kinds, names, visibilities and packages, and methods that give
 * back what they take. All of it is in packages of its own, so that many are compiled at once.
 */
final class RandomContract {

  private static final String NULL_MARKED = "@org.jspecify.annotations.NullMarked ";
  private static final String OPTIONAL = "java.util.Optional<";
  private static final List<String> KEYS =
      List.of("java.lang.String", "java.lang.Integer", "java.lang.Long", "java.util.UUID");

  private static final List<String> PACKAGES = List.of("io", "com", "java", "parity");

  private final String root;
  private final Random random;
  private final RandomNames names;
  private final boolean nullMarked;
  private final List<UserType> types = new ArrayList<>();
  private final List<JavaFileObject> files = new ArrayList<>();
  private final List<String> nested = new ArrayList<>();

  RandomContract(int number, Random random) {
    this.root = "parity.c" + number;
    this.random = random;
    this.names = new RandomNames(random);
    this.nullMarked = random.nextInt(4) == 0;
    names.type(); // leaves room for the interface's own name
    IntStream.range(0, 3 + random.nextInt(8)).forEach(each -> addType());
    files.add(file("near", "Svc", service()));
  }

  /** The service's sources. */
  List<JavaFileObject> files() {
    return files;
  }

  /** The service's interface, as {@link EchoMethod} wants it. */
  String contract() {
    return (root + ".near.Svc").replace('.', '/');
  }

  private void addType() {
    String name = names.type();
    int place = random.nextInt(4);
    boolean open = place != 2 || random.nextBoolean();
    String modifier = place == 0 ? "" : open ? "public " : "";
    String prefix = place == 0 ? ".near.Svc." : place == 1 ? ".far." : ".near.";
    UserType type = define(name, modifier, place == 1);
    types.add(type.at(root + prefix + name, open));
    if (place == 0) {
      nested.add(type.source());
    } else {
      files.add(file(place == 1 ? "far" : "near", name, type.source()));
    }
  }

  private UserType define(String name, String modifier, boolean far) {
    return switch (random.nextInt(6)) {
      case 0 -> new UserType(enumeration(name, modifier), 0, true, true);
      case 1 -> new UserType(bean(name, modifier, far), 0, false, true);
      case 2 -> new UserType(closed(name, modifier, far), 0, false, true);
      case 3 -> new UserType(record(name, modifier + "record ", "<T>", far), 1, false, true);
      default -> new UserType(record(name, modifier + "record ", "", far), 0, false, true);
    };
  }

  private String enumeration(String name, String modifier) {
    String constants =
        members(1 + random.nextInt(4)).stream()
            .map(each -> random.nextBoolean() ? each : renamed(each) + each)
            .collect(Collectors.joining(", "));
    return modifier + "enum " + name + " { " + constants + " }";
  }

  private String record(String name, String start, String variable, boolean far) {
    String components =
        members(random.nextInt(6)).stream()
            .map(each -> annotations(each) + member(!variable.isEmpty(), far) + " " + each)
            .collect(Collectors.joining(", "));
    return start + name + variable + "(" + components + ") {}";
  }

  private String bean(String name, String modifier, boolean far) {
    StringBuilder body = new StringBuilder();
    for (String each : members(1 + random.nextInt(4))) {
      String type = member(false, far);
      String title = each.substring(0, 1).toUpperCase(Locale.ROOT) + each.substring(1);
      body.append(
          random.nextBoolean()
              ? "public %1$s %2$s;\n".formatted(type, each)
              : """
                private %1$s f%2$s;
                public %1$s get%2$s() { return f%2$s; }
                public void set%2$s(%1$s value) { f%2$s = value; }
                """
                  .formatted(type, title));
    }
    return modifier + "class " + name + " { public " + name + "() {}\n" + body + "}";
  }

  private String closed(String name, String modifier, boolean far) {
    String subtypes =
        members(1 + random.nextInt(3)).stream()
            .map(
                each ->
                    record("S" + each, "record ", "", far)
                        .replace(") {}", ") implements " + name + " {}"))
            .collect(Collectors.joining("\n"));
    return modifier + "sealed interface " + name + " { " + subtypes + " }";
  }

  private String annotations(String name) {
    return random.nextInt(5) == 0 ? renamed(name) : "";
  }

  private static String renamed(String name) {
    return "@com.fasterxml.jackson.annotation.JsonProperty(\"%s \\u20ac\") ".formatted(name);
  }

  private List<String> members(int number) {
    Set<String> distinct = new HashSet<>();
    List<String> members = new ArrayList<>();
    while (members.size() < number) {
      String name = names.member();
      if (distinct.add(name.toLowerCase(Locale.ROOT))) {
        members.add(name);
      }
    }
    return members;
  }

  private String service() {
    StringBuilder body = new StringBuilder();
    nested.forEach(each -> body.append(each).append('\n'));
    for (String each : members(random.nextInt(3))) {
      String constant = PACKAGES.contains(each) ? each + 1 : each;
      body.append("int ").append(constant).append(" = 1;\n");
    }
    for (int at = 0; at < 8; at++) {
      String type = type(2);
      String name = random.nextInt(3) == 0 ? names.member() + at : "echo" + at;
      body.append("@io.callbox.annotation.RemoteMethod(name = \"m%d\")\n".formatted(at));
      body.append("%1$s %2$s(%1$s %3$s);\n".formatted(type, name, names.member()));
    }
    body.append(
        """
        java.util.concurrent.CompletableFuture<%s> later(%s, %s);
        @io.callbox.annotation.OneWay void tell();
        """
            .formatted(boxed(1), type(2) + " a_", type(1) + " " + names.member()));
    return "@io.callbox.annotation.RemoteService(\""
        + root
        + "\") "
        + (nullMarked ? NULL_MARKED : "")
        + "public interface Svc {\n"
        + body
        + "}";
  }

  private JavaFileObject file(String where, String name, String source) {
    String text = "package %s.%s; %s".formatted(root, where, source);
    return JavaFileObjects.forSourceString(root + "." + where + "." + name, text);
  }

  private String member(boolean generic, boolean far) {
    return generic && random.nextInt(2) == 0
        ? random.nextBoolean() ? "T" : "java.util.List<T>"
        : expression(2, far);
  }

  /** A type of a method. A proxy stands behind it, which sees public types alone. */
  private String type(int depth) {
    return expression(depth, true);
  }

  private String boxed(int depth) {
    return "java.util.List<" + boxed(depth, true) + ">";
  }

  private String boxed(int depth, boolean far) {
    while (true) {
      String type = expression(depth, far);
      if (!RandomNames.PRIMITIVES.contains(type)) {
        return type;
      }
    }
  }

  private String expression(int depth, boolean far) {
    int choice = random.nextInt(12);
    if (choice < 4 || depth == 0) {
      return names.scalar();
    } else if (choice < 8) {
      return user(depth, far);
    }
    return switch (choice) {
      case 8 -> "java.util.List<" + boxed(depth - 1, far) + ">";
      case 9 -> "java.util.Map<" + key(far) + ", " + boxed(depth - 1, far) + ">";
      case 10 -> expression(depth - 1, far) + "[]";
      default -> optional(boxed(depth - 1, far));
    };
  }

  /** An optional of optionals is not asked for: JSON has one null for both. */
  private static String optional(String type) {
    return type.startsWith(OPTIONAL) ? type : OPTIONAL + type + ">";
  }

  private String key(boolean far) {
    List<String> enums = visible(far).stream().filter(UserType::key).map(UserType::name).toList();
    return enums.isEmpty() || random.nextBoolean()
        ? KEYS.get(random.nextInt(KEYS.size()))
        : enums.get(random.nextInt(enums.size()));
  }

  private String user(int depth, boolean far) {
    List<UserType> visible = visible(far);
    if (visible.isEmpty()) {
      return names.scalar();
    }
    UserType type = visible.get(random.nextInt(visible.size()));
    return type.variables() == 0 ? type.name() : type.name() + "<" + boxed(depth - 1, far) + ">";
  }

  private List<UserType> visible(boolean far) {
    return types.stream().filter(type -> !far || type.open()).toList();
  }

  /** A type of the contract's: its source without the package, and how to mention it. */
  private record UserType(String source, int variables, boolean key, boolean open, String name) {

    UserType(String source, int variables, boolean key, boolean open) {
      this(source, variables, key, open, "");
    }

    UserType at(String qualified, boolean visible) {
      return new UserType(source, variables, key, visible, qualified);
    }
  }
}
