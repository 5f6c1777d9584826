package good;

import io.callbox.annotation.RemoteService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@RemoteService
public interface Types {

  record Primitives(
      boolean bool, byte b, short s, int i, long l, char c, float f, double d) {}

  record Boxes(
      Boolean bool, Byte b, Short s, Integer i, Long l, Character c, Float f, Double d) {}

  record Arrays(
      boolean[] bools,
      byte[] bytes,
      short[] shorts,
      int[] ints,
      long[] longs,
      char[] chars,
      float[] floats,
      double[] doubles,
      String[] strings,
      int[][] grid,
      byte[][] blobs,
      Colour[] colours,
      List<String>[] lists,
      Pair<String, Integer>[][] pairs) {}

  record Collections(
      List<String> strings,
      List<List<Colour>> colours,
      Set<Integer> integers,
      Map<String, Colour> byName,
      Map<String, List<Map<String, int[]>>> deep,
      Optional<String> maybe,
      List<Optional<Integer>> maybes,
      Optional<List<Boolean>> maybeFlags) {}

  record Pair<A, B>(A first, B second) {}

  record Tree(String name, List<Tree> children, Tree parent) {}

  record Empty() {}

  enum Colour {
    RED,
    GREEN {
      @Override
      String say() {
        return "go";
      }
    };

    String say() {
      return "stop";
    }
  }

  Primitives primitives(Primitives value);

  Boxes boxes(Boxes value);

  Arrays arrays(Arrays value);

  Collections collections(Collections value);

  Pair<String, Pair<Integer, List<Tree>>> pairs(Pair<Colour, Pair<Long, Empty>> value);

  Tree tree(Tree value);

  Optional<Colour> colour(Optional<Colour> value);

  byte[] bytes(byte[] value);

  int[][] grid(int[][] value);

  List<String>[] lists(List<String>[] value);

  Map<String, Set<Colour>> map(Map<String, Set<Colour>> value);

  String text(String value, Integer boxed, boolean flag);

  int varargs(String first, int... rest);

  boolean negate(boolean value);

  char next(char value);
}
