package io.callbox.contract;

import io.callbox.contract.model.ContractFormatException;
import io.callbox.contract.model.OpenRpc;
import io.callbox.contract.model.ServiceContract;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the documents that the compiler has written. */
public final class Documents {

  /** The end of the names of documents. */
  public static final String SUFFIX = ".openrpc.json";

  private static final String COMPILED = "META-INF/callbox";

  private Documents() {}

  /**
   * Returns the contracts of a file; of a folder's documents; or of a folder of classes, whose
   * documents are in {@code META-INF/callbox}. Returns none if there is no such file.
   *
   * @throws ContractFormatException if a file is not such a document, or two describe the same
   *     service; its message names the file
   */
  public static List<ServiceContract> in(Path place) throws IOException {
    List<ServiceContract> contracts = new ArrayList<>();
    Map<String, Path> described = new HashMap<>();
    for (Path file : files(place)) {
      for (ServiceContract contract : read(file)) {
        refuseSecond(described.putIfAbsent(contract.name(), file), contract, file);
        contracts.add(contract);
      }
    }
    return contracts;
  }

  private static void refuseSecond(@Nullable Path other, ServiceContract contract, Path file) {
    if (other != null) {
      throw new ContractFormatException(
          file + ": " + other.getFileName() + " describes " + contract.name() + " too");
    }
  }

  private static List<ServiceContract> read(Path file) throws IOException {
    try {
      return OpenRpc.read(Files.readString(file));
    } catch (ContractFormatException malformed) {
      throw new ContractFormatException(file + ": " + malformed.getMessage(), malformed);
    } catch (CharacterCodingException malformed) {
      throw new ContractFormatException(file + ": is not UTF-8", malformed);
    }
  }

  /** Returns the files that {@link #in} reads, sorted. */
  public static List<Path> files(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return Files.exists(place) ? List.of(place) : List.of();
    }
    Path compiled = place.resolve(COMPILED);
    try (Stream<Path> files = Files.list(Files.isDirectory(compiled) ? compiled : place)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX) && !Files.isDirectory(file))
          .sorted()
          .toList();
    }
  }
}
