package io.callbox.testkit.example;

import io.callbox.testkit.contract.Contract;
import io.callbox.testkit.service.Ledger;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ContractExampleTest {

  @Test
  void valuesArriveAsTheyWere() {
    Contract.of(Ledger.class).check(100);
  }

  @Test
  void envelopesAreWhatTheyWere() {
    Contract.of(Ledger.class).checkEnvelopes(Path.of("src/test/resources/envelopes"));
  }
}
