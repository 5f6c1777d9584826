package io.callbox.internal.server.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callbox.contract.model.OpenRpc;
import io.callbox.contract.model.ServiceContract;
import io.callbox.registry.ServiceInfo;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Describes the services of skeletons for the registry. */
public final class ServiceCatalog {

  private static final int REVISION_LENGTH = 12;

  private ServiceCatalog() {}

  /** Returns the services of these skeletons, by name. */
  public static List<ServiceInfo> of(List<ServiceSkeleton> skeletons) {
    return skeletons.stream()
        .map(ServiceCatalog::of)
        .sorted(Comparator.comparing(ServiceInfo::name))
        .toList();
  }

  /** Returns the contracts of those with a document. */
  public static List<ServiceContract> contracts(List<ServiceSkeleton> skeletons) {
    List<ServiceContract> contracts = new ArrayList<>();
    try {
      for (ServiceSkeleton skeleton : skeletons) {
        String document = document(skeleton);
        if (document != null) {
          contracts.addAll(OpenRpc.read(document));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return contracts;
  }

  private static ServiceInfo of(ServiceSkeleton skeleton) {
    return new ServiceInfo(skeleton.descriptor().name(), revision(skeleton), methods(skeleton));
  }

  /**
   * Returns the beginning of the revision in the contract's document; if it has none, of the
   * SHA-256 of the document, or of the methods' names if there is no document.
   */
  public static String revision(ServiceSkeleton skeleton) {
    try {
      String document = document(skeleton);
      return document == null
          ? hash(String.join(",", methods(skeleton)))
          : stated(document).orElseGet(() -> hash(document));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Returns the document that the compiler wrote for a service; null if there is none. */
  public static @Nullable String document(ServiceSkeleton skeleton) throws IOException {
    String path = "/META-INF/callbox/" + skeleton.descriptor().name() + ".openrpc.json";
    try (InputStream in = skeleton.getClass().getResourceAsStream(path)) {
      return in == null ? null : new String(in.readAllBytes(), UTF_8);
    }
  }

  private static Optional<String> stated(String document) {
    return OpenRpc.read(document).stream()
        .flatMap(service -> service.revision().stream())
        .filter(revision -> revision.length() >= REVISION_LENGTH)
        .map(revision -> revision.substring(0, REVISION_LENGTH))
        .findFirst();
  }

  private static List<String> methods(ServiceSkeleton skeleton) {
    return skeleton.descriptor().methods().stream().map(MethodDescriptor::name).sorted().toList();
  }

  private static String hash(String content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, REVISION_LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // each Java platform must have SHA-256
    }
  }
}
