package example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An application in a process of its own. Whoever starts it closes it. */
final class Application implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path output;

  private Application(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static Application start(Class<?> main, String... arguments) throws IOException {
    Path target = Path.of("target").toAbsolutePath(); // one that is killed leaves Tomcat's folder
    Path output = Files.createTempFile(target, main.getSimpleName(), ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")); // starts sooner
    command.add("-Djava.io.tmpdir=" + target);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    return new Application(builder.redirectOutput(output.toFile()).start(), output);
  }

  Application awaitOutput(String text) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!output().contains(text)) {
      assertThat(System.nanoTime()).as(this::toString).isLessThan(end);
      assertThat(process.isAlive()).as(this::toString).isTrue();
      LockSupport.parkNanos(10_000_000);
    }
    return this;
  }

  /** Sends {@code SIGTERM}, and returns the exit status. */
  int terminate() throws InterruptedException {
    process.destroy();
    return awaitEnd();
  }

  int awaitEnd() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(this::toString).isTrue();
    return process.exitValue();
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().join();
    Files.delete(output);
  }

  @Override
  public String toString() {
    try {
      return output();
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }
}
