package io.callbox.processor;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The texts in a class file's constant pool: whatever a class refers to is named there. */
final class ConstantPool {

  private static final int MAGIC = 0xCAFEBABE;
  private static final int TEXT = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;

  private ConstantPool() {}

  static List<String> texts(InputStream classFile) throws IOException {
    DataInputStream in = new DataInputStream(classFile);
    if (in.readInt() != MAGIC) {
      throw new IOException("not a class file");
    }
    in.skipNBytes(4); // its version
    int count = in.readUnsignedShort();
    List<String> texts = new ArrayList<>();
    for (int index = 1; index < count; index++) {
      int tag = in.readUnsignedByte();
      if (tag == TEXT) {
        texts.add(in.readUTF());
      } else {
        in.skipNBytes(size(tag));
      }
      if (tag == LONG || tag == DOUBLE) {
        index++; // these take two places
      }
    }
    return texts;
  }

  /** How many bytes follow the tag of a constant. */
  private static int size(int tag) throws IOException {
    return switch (tag) {
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
      case LONG, DOUBLE -> 8;
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      default -> throw new IOException("unknown constant " + tag);
    };
  }
}
