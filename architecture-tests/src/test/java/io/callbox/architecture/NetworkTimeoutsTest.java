package io.callbox.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another machine may never answer: who connects to it, or reads from it, has a timeout. */
final class NetworkTimeoutsTest {

  /** What waits without an end, by its owner, its name and the number of its parameters. */
  private static final Set<String> WAITS =
      Set.of(
          "java.net.Socket.<init>(2)",
          "java.net.Socket.<init>(3)",
          "java.net.Socket.<init>(4)",
          "java.net.Socket.connect(1)",
          "java.net.URL.getContent(0)",
          "java.net.URL.openConnection(0)",
          "java.net.URL.openStream(0)",
          "java.net.http.HttpClient.newHttpClient(0)",
          "java.nio.channels.SocketChannel.connect(1)",
          "java.nio.channels.SocketChannel.open(1)");

  /** What waits without an end unless the same class calls something else. */
  private static final Map<String, String> WAITS_UNLESS =
      Map.of(
          "java.net.Socket.<init>(0)", "java.net.Socket.setSoTimeout(1)",
          "java.net.ServerSocket.accept(0)", "java.net.Socket.setSoTimeout(1)",
          "java.net.http.HttpClient.send(2)", "java.net.http.HttpRequest$Builder.timeout(1)",
          "java.net.http.HttpClient.sendAsync(2)", "java.net.http.HttpRequest$Builder.timeout(1)",
          "java.net.http.HttpClient.newBuilder(0)",
              "java.net.http.HttpClient$Builder.connectTimeout(1)");

  private static final Map<String, String> MAY_WAIT =
      Map.of(
          "TcpProxy", "it copies from one socket of this machine to another until either closes");

  @Test
  void whoAsksAnotherMachineGivesUpInTime() {
    assertEquals(new TreeSet<>(MAY_WAIT.keySet()), whoWaits(PublishedClasses.all()));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        BadNetwork.ByHttp.class,
        BadNetwork.BySocket.class,
        BadNetwork.ByLateSocket.class,
        BadNetwork.ByReading.class,
        BadNetwork.ByChannel.class,
        BadNetwork.ByStream.class,
        BadNetwork.ByConnection.class
      })
  void endlessWaitIsFound(Class<?> bad) {
    assertEquals(Set.of("BadNetwork"), whoWaits(PublishedClasses.of(bad)));
  }

  @Test
  void waitInTimeIsNot() {
    assertEquals(Set.of(), whoWaits(PublishedClasses.of(BadNetwork.InTime.class)));
  }

  private static Set<String> whoWaits(Iterable<JavaClass> classes) {
    return PublishedClasses.which(NetworkTimeoutsTest::waits, classes);
  }

  private static boolean waits(JavaClass type) {
    Set<String> calls = new TreeSet<>();
    type.getAccessesFromSelf().stream()
        .map(access -> access.getTarget())
        .filter(CodeUnitAccessTarget.class::isInstance)
        .map(CodeUnitAccessTarget.class::cast)
        .forEach(called -> calls.add(text(called)));
    return calls.stream()
        .anyMatch(
            call ->
                WAITS.contains(call)
                    || (WAITS_UNLESS.containsKey(call) && !calls.contains(WAITS_UNLESS.get(call))));
  }

  private static String text(CodeUnitAccessTarget called) {
    return called.getOwner().getName()
        + '.'
        + called.getName()
        + '('
        + called.getRawParameterTypes().size()
        + ')';
  }
}
