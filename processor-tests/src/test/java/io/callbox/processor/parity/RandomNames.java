package io.callbox.processor.parity;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Names that users give to things, many of them as generated code and the platform do. */
final class RandomNames {

  static final List<String> PRIMITIVES = List.of("int", "long", "boolean", "double", "short");

  private static final List<String> SCALARS =
      List.of(
          "java.lang.String",
          "java.lang.Integer",
          "java.math.BigDecimal",
          "java.util.UUID",
          "java.time.Instant",
          "java.time.Duration",
          "byte[]",
          "java.lang.Boolean");

  private static final List<String> TYPES =
      List.of(
          ("Line Order Money Address Item List Map String Object Override Integer Optional Void"
                  + " ResultType CallOptions RpcChannel SvcStub2 Params Echo0Params LaterParams"
                  + " JsonParser JsonGenerator Members MemberCursor Nullables Lists Texts Numbers"
                  + " SERVICE ECHO0 A URI UUID Duration IOException RuntimeException Exception"
                  + " Throwable IllegalArgumentException SuppressWarnings Generated Names1 Methods1"
                  + " lower line Line_2 LineKey \u00c4rger \u540d T0 Record Enum Tagged MapKeys Objects")
              .split(" "));

  private static final List<String> MEMBERS =
      List.of(
          ("name value id amount text in out members channel options message refusal result params"
                  + " responder method implementation tagged each size value1 key list String"
                  + " Numbers Texts Members A SERVICE KEY_FIELD A_FIELD a b x xX aB URL isOpen type"
                  + " \u00e4 \u540d $ a$b yield var record _x java io com parity self scope this_ in_"
                  + " out_ line lower")
              .split(" "));

  private final Random random;
  private final Set<String> taken = new HashSet<>(Set.of("svc"));

  RandomNames(Random random) {
    this.random = random;
  }

  /** A name that no other type of the contract has, whatever the case of its letters. */
  String type() {
    while (true) {
      String name = TYPES.get(random.nextInt(TYPES.size()));
      if (taken.add(name.toLowerCase(java.util.Locale.ROOT))) {
        return name;
      }
    }
  }

  /** A name of a member, not always another one. */
  String member() {
    return MEMBERS.get(random.nextInt(MEMBERS.size()));
  }

  /** A type of the platform. */
  String scalar() {
    return random.nextInt(3) == 0
        ? PRIMITIVES.get(random.nextInt(PRIMITIVES.size()))
        : SCALARS.get(random.nextInt(SCALARS.size()));
  }
}
