package io.callbox.benchmarks.path;

import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcChannel;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of files that a reader who follows a call meets. */
enum FileKind {
  /** Anything that is nothing of the following: what a reader opens to see what happens. */
  ENGINE("code of the engine"),
  /** A record of which a call enters only the constructor and accessors. */
  DATA("records of the engine that only carry data"),
  /** A public type in an exported package. */
  PUBLIC("types that users know"),
  /** Written by the processor for the contract. */
  GENERATED("generated from the contract");

  private static final String CONTRACTS = "io.callbox.benchmarks.";

  private static final Set<String> EXPORTED =
      Stream.of(RpcChannel.class, RpcNode.class)
          .flatMap(FileKind::exports)
          .collect(Collectors.toUnmodifiableSet());

  private final String meaning;

  FileKind(String meaning) {
    this.meaning = meaning;
  }

  /**
   * The kind of the file of a type.
   *
   * @param carries whether only methods were entered that keep or return data
   */
  static FileKind of(Class<?> type, boolean carries) {
    if (type.getName().startsWith(CONTRACTS)) {
      return GENERATED;
    }
    if (Modifier.isPublic(type.getModifiers()) && EXPORTED.contains(type.getPackageName())) {
      return PUBLIC;
    }
    return carries ? DATA : ENGINE;
  }

  private static Stream<String> exports(Class<?> typeOfModule) {
    Set<ModuleReference> modules = ModuleFinder.of(jar(typeOfModule)).findAll();
    return modules.stream()
        .flatMap(module -> module.descriptor().exports().stream())
        .filter(exported -> !exported.isQualified())
        .map(Exports::source);
  }

  private static Path jar(Class<?> type) {
    try {
      URI place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(place);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return meaning;
  }
}
