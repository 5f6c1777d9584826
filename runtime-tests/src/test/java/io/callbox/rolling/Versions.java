package io.callbox.rolling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Five versions of one service, and in which order the change to each of them is to be made. */
final class Versions {

  /**
   * A version.
   *
   * @param number which one, from 1
   * @param workersFirst whether workers have it before clients
   * @param contract what was compiled
   */
  record Version(int number, boolean workersFirst, CompiledContract contract) {}

  private static final String COUNT = "@Idempotent int count(String item); ";
  private static final String PLACE = "String place(String item, int amount); ";
  private static final String WIDER = "String place(String item, long amount); ";
  private static final String URGENT = "String place(String item, long amount, int days); ";
  private static final String TOTAL = "String total(String item); ";
  private static final String CLEAR = "void clear(String item); ";
  private static final String CLEARED = "int clear(String item); ";

  private Versions() {}

  /** Compiles all of them. */
  static List<Version> in(Path folder) throws IOException {
    List<Version> versions = new ArrayList<>();
    add(versions, folder, true, COUNT + PLACE + CLEAR);
    add(versions, folder, true, COUNT + PLACE + CLEAR + TOTAL); // a method more
    add(versions, folder, true, COUNT + WIDER + CLEAR + TOTAL); // a parameter takes more
    add(versions, folder, false, COUNT + URGENT + CLEAR + TOTAL); // a parameter that is needed
    add(versions, folder, true, COUNT + URGENT + CLEARED + TOTAL); // a result where none was
    return List.copyOf(versions);
  }

  private static void add(List<Version> versions, Path folder, boolean workersFirst, String methods)
      throws IOException {
    int number = versions.size() + 1;
    Path own = Files.createDirectory(folder.resolve("v" + number));
    versions.add(
        new Version(number, workersFirst, CompiledContract.of(own, "shop.Orders", methods)));
  }
}
