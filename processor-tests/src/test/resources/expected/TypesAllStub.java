package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.Replies;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Generated;

/**
 * Calls all that provide a {@link Types}. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class TypesAllStub {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public TypesAllStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private TypesAllStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public TypesAllStub withTimeout(Duration timeout) {
    return new TypesAllStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public TypesAllStub withHeader(String name, String value) {
    return new TypesAllStub(channel, options.withHeader(name, value));
  }

  public Replies<Types.Primitives> primitives(Types.Primitives value) {
    return TypesMarshaller.PRIMITIVES.all(
        channel, TypesMarshaller.paramsOfPrimitives(value), options);
  }

  public Replies<Types.Boxes> boxes(Types.Boxes value) {
    return TypesMarshaller.BOXES.all(
        channel, TypesMarshaller.paramsOfBoxes(value), options);
  }

  public Replies<Types.Arrays> arrays(Types.Arrays value) {
    return TypesMarshaller.ARRAYS.all(
        channel, TypesMarshaller.paramsOfArrays(value), options);
  }

  public Replies<Types.Collections> collections(Types.Collections value) {
    return TypesMarshaller.COLLECTIONS.all(
        channel, TypesMarshaller.paramsOfCollections(value), options);
  }

  public Replies<Types.Pair<String, Types.Pair<Integer, List<Types.Tree>>>> pairs(
      Types.Pair<Types.Colour, Types.Pair<Long, Types.Empty>> value) {
    return TypesMarshaller.PAIRS.all(
        channel, TypesMarshaller.paramsOfPairs(value), options);
  }

  public Replies<Types.Tree> tree(Types.Tree value) {
    return TypesMarshaller.TREE.all(
        channel, TypesMarshaller.paramsOfTree(value), options);
  }

  public Replies<Optional<Types.Colour>> colour(Optional<Types.Colour> value) {
    return TypesMarshaller.COLOUR.all(
        channel, TypesMarshaller.paramsOfColour(value), options);
  }

  public Replies<byte[]> bytes(byte[] value) {
    return TypesMarshaller.BYTES.all(
        channel, TypesMarshaller.paramsOfBytes(value), options);
  }

  public Replies<int[][]> grid(int[][] value) {
    return TypesMarshaller.GRID.all(
        channel, TypesMarshaller.paramsOfGrid(value), options);
  }

  public Replies<List<String>[]> lists(List<String>[] value) {
    return TypesMarshaller.LISTS.all(
        channel, TypesMarshaller.paramsOfLists(value), options);
  }

  public Replies<Map<String, Set<Types.Colour>>> map(
      Map<String, Set<Types.Colour>> value) {
    return TypesMarshaller.MAP.all(
        channel, TypesMarshaller.paramsOfMap(value), options);
  }

  public Replies<String> text(String value, Integer boxed, boolean flag) {
    return TypesMarshaller.TEXT.all(
        channel, TypesMarshaller.paramsOfText(value, boxed, flag), options);
  }

  public Replies<Integer> varargs(String first, int... rest) {
    return TypesMarshaller.VARARGS.all(
        channel, TypesMarshaller.paramsOfVarargs(first, rest), options);
  }

  public Replies<Boolean> negate(boolean value) {
    return TypesMarshaller.NEGATE.all(
        channel, TypesMarshaller.paramsOfNegate(value), options);
  }

  public Replies<Character> next(char value) {
    return TypesMarshaller.NEXT.all(
        channel, TypesMarshaller.paramsOfNext(value), options);
  }
}
