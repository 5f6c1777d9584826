package io.callbox.processor.writing;

import com.palantir.javapoet.ClassName;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The types that generated code needs at compile time. */
final class Library {

  private static final Map<String, ClassName> OF_JSON = new ConcurrentHashMap<>();

  static final ClassName STRING = Marked.of(String.class);
  static final ClassName OVERRIDE = Marked.of(Override.class);
  static final ClassName IO_EXCEPTION = Marked.of(IOException.class);
  static final ClassName OBJECTS = Marked.of(Objects.class);

  static final ClassName PARSER = jackson("JsonParser");
  static final ClassName GENERATOR = jackson("JsonGenerator");
  static final ClassName SERIALIZED_STRING =
      Marked.of("com.fasterxml.jackson.core.io", "SerializedString");

  static final ClassName MEMBERS = json("Members");
  static final ClassName MEMBER_CURSOR = json("MemberCursor");
  static final ClassName MISMATCH = json("JsonMismatchException");
  static final ClassName NULLABLES = json("Nullables");
  static final ClassName ARRAYS = json("ArrayValues");
  static final ClassName MAPS = json("Maps");
  static final ClassName MAP_KEYS = json("MapKeys");
  static final ClassName OPTIONALS = json("Optionals");
  static final ClassName OPTIONAL_NUMBERS = json("OptionalNumbers");
  static final ClassName EXACTLY = json("Exactly");
  static final ClassName TAGGED = json("Tagged");
  static final ClassName TEXTS = json("Texts");
  static final ClassName NUMBERS = json("Numbers");
  static final ClassName TREES = json("databind.Trees");
  static final ClassName DATABIND = json("databind.Databind");
  static final ClassName TYPE_REFERENCE =
      Marked.of("com.fasterxml.jackson.core.type", "TypeReference");

  static final ClassName CHANNEL = rpc("RpcChannel");
  static final ClassName PARAMS_WRITER = rpc("ParamsWriter");
  static final ClassName OPTIONS = rpc("CallOptions");
  static final ClassName DURABLE_OPTIONS = rpc("DurableOptions");
  static final ClassName DURABLE_POLICY = rpc("DurablePolicy");
  static final ClassName CALL_HANDLE = rpc("CallHandle");
  static final ClassName REPLIES = rpc("Replies");
  static final ClassName SERVER_CALLS = rpc("ServerCalls");
  static final ClassName INVOCATION = rpc("Invocation");
  static final ClassName METHOD = rpc("MethodDescriptor");
  static final ClassName RESULT_TYPE = rpc("ResultType");
  static final ClassName SERVICE = rpc("ServiceDescriptor");
  static final ClassName SKELETON = rpc("ServiceSkeleton");
  static final ClassName DECLARED_EXCEPTION = rpc("DeclaredException");

  private Library() {}

  /** Returns a class of {@code io.callbox.json}, or of a package in it: {@code databind.Trees}. */
  static ClassName json(String name) {
    return OF_JSON.computeIfAbsent(
        name, each -> Marked.of(ClassName.bestGuess("io.callbox.json." + each)));
  }

  private static ClassName rpc(String simpleName) {
    return Marked.of("io.callbox.rpc", simpleName);
  }

  private static ClassName jackson(String simpleName) {
    return Marked.of("com.fasterxml.jackson.core", simpleName);
  }
}
