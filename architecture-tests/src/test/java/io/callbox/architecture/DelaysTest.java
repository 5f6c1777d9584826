package io.callbox.architecture;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What a node does later, its scheduler runs, which virtual time reaches. The JVM's own delays are
 * for what is slow in real time, whatever the broker's clock says: a client of HTTP, a process.
 * {@code OneClockTest} finds more of it in the runtime.
 */
final class DelaysTest {

  private static final Path BAD = Path.of("src/test/java/io/callbox/architecture/BadHabits.java");

  private static final Set<String> DELAYS =
      Set.of("orTimeout", "completeOnTimeout", "delayedExecutor");

  private static final Map<String, String> MAY_DELAY =
      Map.ofEntries(
          entry("CallerNodes", "nodes of callers may take so long to close"),
          entry("FlowDoor", "an HTTP client may take so long for its body"),
          entry("JettyDoor", "an HTTP client may take so long for its body"),
          entry("OneAtATime", "a client of Redisson may take so long to change its master"),
          entry("ServletDoor", "an HTTP client may take so long for its body"),
          entry("Pulse", "an HTTP client hears nothing for so long"),
          entry("NodeProcess", "a process may take so long to say something, or to end"));

  @Test
  void nothingIsDelayedByTheJvmWithoutAReason() throws IOException {
    assertEquals(new TreeSet<>(MAY_DELAY.keySet()), delaying(PublishedSources.all()));
  }

  @Test
  void ruleFindsCodeThatDelays() throws IOException {
    assertEquals(Set.of("BadHabits"), delaying(PublishedSources.parse(List.of(BAD))));
  }

  private static Set<String> delaying(List<CompilationUnitTree> units) {
    Set<String> found = new TreeSet<>();
    for (CompilationUnitTree unit : units) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitMemberSelect(MemberSelectTree member, Void nothing) {
          if (DELAYS.contains(member.getIdentifier().toString())) {
            found.add(PublishedSources.name(unit));
          }
          return super.visitMemberSelect(member, null);
        }
      }.scan(unit, null);
    }
    return found;
  }
}
