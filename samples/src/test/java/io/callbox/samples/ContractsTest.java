package io.callbox.samples;

import io.callbox.samples.arith.Arith;
import io.callbox.samples.fibonacci.Fibonacci;
import io.callbox.samples.readme.Greeter;
import io.callbox.samples.tasks.NodeTasks;
import io.callbox.testkit.contract.Contract;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the services say survives the wire, and the wire stays as it is. */
@Timeout(60)
final class ContractsTest {

  @ParameterizedTest
  @ValueSource(classes = {Arith.class, Fibonacci.class, Greeter.class, NodeTasks.class})
  void valuesArriveAsTheyWere(Class<?> service) {
    Contract.of(service).check(50);
  }

  @ParameterizedTest
  @ValueSource(classes = {Arith.class, Fibonacci.class, Greeter.class, NodeTasks.class})
  void envelopesAreWhatTheyWere(Class<?> service) {
    Contract.of(service).checkEnvelopes(Path.of("src/test/resources/envelopes"));
  }
}
