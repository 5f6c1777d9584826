package io.callbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callbox.registry.ServiceInfo;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** What skeletons have to offer, as others are told in the registry. */
public final class Offers {

  private static final int REVISION_BYTES = 6;

  private Offers() {}

  /** The services of these skeletons, by name. */
  public static List<ServiceInfo> of(List<ServiceSkeleton> skeletons) {
    return skeletons.stream()
        .map(Offers::of)
        .sorted(Comparator.comparing(ServiceInfo::name))
        .toList();
  }

  private static ServiceInfo of(ServiceSkeleton skeleton) {
    List<String> methods =
        skeleton.descriptor().methods().stream().map(MethodDescriptor::name).sorted().toList();
    return new ServiceInfo(skeleton.descriptor().name(), revision(skeleton, methods), methods);
  }

  /** The beginning of the contract's SHA-256; of the methods' names if there is no contract. */
  private static String revision(ServiceSkeleton skeleton, List<String> methods) {
    try (InputStream contract = Contracts.document(skeleton)) {
      byte[] content =
          contract == null ? String.join(",", methods).getBytes(UTF_8) : contract.readAllBytes();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, REVISION_BYTES);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every Java platform has SHA-256
    }
  }
}
