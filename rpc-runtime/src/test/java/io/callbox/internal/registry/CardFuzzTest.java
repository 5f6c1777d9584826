package io.callbox.internal.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.callbox.registry.NodeInfo;
import java.io.IOException;

/** What reads nodes' cards, led through its branches by Jazzer: see CONTRIBUTING.md. */
final class CardFuzzTest {

  /** A card is read or refused; what is read is written so that it reads the same. */
  @DictionaryFile(resourcePath = "card.dict")
  @FuzzTest
  void card(byte[] card) throws IOException {
    NodeInfo info;
    try {
      info = CardJson.read(card);
    } catch (IOException documented) {
      return;
    }
    assertEquals(info, CardJson.read(CardJson.write(info)));
  }
}
