package io.callbox.cli.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.contract.model.ServiceContract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A contract that a node tells counts for the revision on its card, not for another one. */
final class LiveContractTest {

  @Test
  void contractOfAnotherRevisionIsNotTheOneOnTheCard() {
    assertTrue(told(Optional.of("abc123def456")).isOf("abc123"));
    assertFalse(told(Optional.of("abc123def456")).isOf("def456"));
  }

  @Test
  void contractThatNamesNoRevisionMayBeAny() {
    assertTrue(told(Optional.empty()).isOf("abc123"));
  }

  private static LiveContract told(Optional<String> revision) {
    ServiceContract contract =
        new ServiceContract("Shop", Optional.empty(), revision, Map.of(), Map.of());
    return new LiveContract(contract, Map.of(), List.of());
  }
}
