package io.callbox.processor.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TypeHeadsTest {

  @Test
  void allGeneratedTypesAreKnown() {
    TypeHeads heads = new TypeHeads(JavaName.of("shop", "Till"), List.of(), List.of());
    for (String name :
        List.of(
            "TillStub",
            "TillAsyncStub",
            "TillAllStub",
            "TillDurableStub",
            "TillSkeleton",
            "TillMarshaller")) {
      assertTrue(heads.types().contains(name), name);
    }
  }
}
