package io.callbox.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.contract.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project whose contract is in its repository, and changes. */
final class CheckMojoTest {

  private static final String PROCESSOR = "io.callbox.processor.RemoteServiceProcessor";
  private static final String ORDERS =
      """
      package shop;
      import io.callbox.annotation.RemoteService;
      @RemoteService public interface Orders {
        String place(String item, int count);
      }
      """;

  @TempDir private Path project;

  @Test
  void renameIsRefusedWithItsElementAndWhatWouldHappen() throws Exception {
    compile(ORDERS);
    update();
    check(Policy.SOME_ORDER);
    compile(ORDERS.replace("String item", "String article"));
    String refusal =
        assertThrows(MojoFailureException.class, () -> check(Policy.SOME_ORDER)).toString();
    assertTrue(refusal.contains("NEVER  Orders.place(item)  (member-renamed)"), refusal);
    assertTrue(refusal.contains("'item' is probably renamed to 'article'"), refusal);
    assertTrue(Files.readString(project.resolve("reports/log.sarif")).contains("member-renamed"));
    check(Policy.ANYTHING);
  }

  @Test
  void renameThatIsMeantPassesWithItsReason() throws Exception {
    compile(ORDERS);
    update();
    compile(ORDERS.replace("String item", "String article"));
    Files.writeString(
        project.resolve("contracts/suppressions.json"),
        """
        {"suppressions": [{"path": "Orders.place(item)", "change": "member-renamed",
                           "reason": "It has no callers yet."}]}
        """);
    check(Policy.SOME_ORDER);
  }

  @Test
  void changeThatIsSafeInOneOrderPassesUnlessEitherOrderIsWanted() throws Exception {
    compile(ORDERS);
    update();
    compile(ORDERS.replace("int count", "long count"));
    check(Policy.SOME_ORDER);
    check(Policy.WORKERS_FIRST);
    assertThrows(MojoFailureException.class, () -> check(Policy.EITHER_ORDER));
  }

  @Test
  void withoutABaselineNothingIsRefused() throws Exception {
    compile(ORDERS);
    check(Policy.EITHER_ORDER);
  }

  @Test
  void updateReplacesAndDeletes() throws Exception {
    compile(ORDERS);
    update();
    Path old = project.resolve("contracts/Gone.openrpc.json");
    Files.copy(project.resolve("contracts/Orders.openrpc.json"), old);
    compile(ORDERS.replace("int count", "long count"));
    update();
    assertFalse(Files.exists(old));
    assertEquals(
        Files.readString(project.resolve("classes/META-INF/callbox/Orders.openrpc.json")),
        Files.readString(project.resolve("contracts/Orders.openrpc.json")));
  }

  @Test
  void updateOfWhatIsNotCompiledDeletesNothing() throws Exception {
    compile(ORDERS);
    update();
    Files.delete(project.resolve("classes/META-INF/callbox/Orders.openrpc.json"));
    String refusal = assertThrows(MojoFailureException.class, this::update).toString();
    assertTrue(refusal.contains("compile first"), refusal);
    assertTrue(Files.exists(project.resolve("contracts/Orders.openrpc.json")));
  }

  @Test
  void classesWithoutContractsAreRefusedWhateverIsAllowed() throws Exception {
    compile(ORDERS);
    update();
    Files.delete(project.resolve("classes/META-INF/callbox/Orders.openrpc.json"));
    String refusal =
        assertThrows(MojoFailureException.class, () -> check(Policy.ANYTHING)).toString();
    assertTrue(refusal.contains("there are no contracts in"), refusal);
    Files.delete(project.resolve("contracts/Orders.openrpc.json"));
    check(Policy.SOME_ORDER);
  }

  private void update() throws Exception {
    UpdateMojo update = new UpdateMojo();
    update.baseline = project.resolve("contracts").toFile();
    update.classes = project.resolve("classes").toFile();
    update.execute();
  }

  private void check(Policy policy) throws Exception {
    CheckMojo check = new CheckMojo();
    check.baseline = project.resolve("contracts").toFile();
    check.classes = project.resolve("classes").toFile();
    check.suppressions = project.resolve("contracts/suppressions.json").toFile();
    check.sarif = project.resolve("reports/log.sarif").toFile();
    check.allow = policy;
    check.execute();
  }

  private void compile(String source) throws IOException {
    Path file = Files.createDirectories(project.resolve("shop")).resolve("Orders.java");
    Files.writeString(file, source);
    Path classes = Files.createDirectories(project.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-proc:only", "-processor", PROCESSOR, "-parameters", "-d", "" + classes);
      var task =
          compiler.getTask(
              null, files, null, options, null, files.getJavaFileObjects(file.toFile()));
      assertTrue(task.call());
    }
  }
}
