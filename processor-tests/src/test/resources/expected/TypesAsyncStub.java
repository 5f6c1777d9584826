package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * Calls a remote {@link Types} without waiting. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class TypesAsyncStub {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public TypesAsyncStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private TypesAsyncStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public TypesAsyncStub withTimeout(Duration timeout) {
    return new TypesAsyncStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public TypesAsyncStub withHeader(String name, String value) {
    return new TypesAsyncStub(channel, options.withHeader(name, value));
  }

  public CompletableFuture<Types.Primitives> primitives(Types.Primitives value) {
    return TypesMarshaller.PRIMITIVES.future(
        channel, TypesMarshaller.paramsOfPrimitives(value), options);
  }

  public CompletableFuture<Types.Boxes> boxes(Types.Boxes value) {
    return TypesMarshaller.BOXES.future(
        channel, TypesMarshaller.paramsOfBoxes(value), options);
  }

  public CompletableFuture<Types.Arrays> arrays(Types.Arrays value) {
    return TypesMarshaller.ARRAYS.future(
        channel, TypesMarshaller.paramsOfArrays(value), options);
  }

  public CompletableFuture<Types.Collections> collections(Types.Collections value) {
    return TypesMarshaller.COLLECTIONS.future(
        channel, TypesMarshaller.paramsOfCollections(value), options);
  }

  public CompletableFuture<Types.Pair<String, Types.Pair<Integer, List<Types.Tree>>>> pairs(
      Types.Pair<Types.Colour, Types.Pair<Long, Types.Empty>> value) {
    return TypesMarshaller.PAIRS.future(
        channel, TypesMarshaller.paramsOfPairs(value), options);
  }

  public CompletableFuture<Types.Tree> tree(Types.Tree value) {
    return TypesMarshaller.TREE.future(
        channel, TypesMarshaller.paramsOfTree(value), options);
  }

  public CompletableFuture<Optional<Types.Colour>> colour(
      Optional<Types.Colour> value) {
    return TypesMarshaller.COLOUR.future(
        channel, TypesMarshaller.paramsOfColour(value), options);
  }

  public CompletableFuture<byte[]> bytes(byte[] value) {
    return TypesMarshaller.BYTES.future(
        channel, TypesMarshaller.paramsOfBytes(value), options);
  }

  public CompletableFuture<int[][]> grid(int[][] value) {
    return TypesMarshaller.GRID.future(
        channel, TypesMarshaller.paramsOfGrid(value), options);
  }

  public CompletableFuture<List<String>[]> lists(List<String>[] value) {
    return TypesMarshaller.LISTS.future(
        channel, TypesMarshaller.paramsOfLists(value), options);
  }

  public CompletableFuture<Map<String, Set<Types.Colour>>> map(
      Map<String, Set<Types.Colour>> value) {
    return TypesMarshaller.MAP.future(
        channel, TypesMarshaller.paramsOfMap(value), options);
  }

  public CompletableFuture<String> text(String value, Integer boxed, boolean flag) {
    return TypesMarshaller.TEXT.future(
        channel, TypesMarshaller.paramsOfText(value, boxed, flag), options);
  }

  public CompletableFuture<Integer> varargs(String first, int... rest) {
    return TypesMarshaller.VARARGS.future(
        channel, TypesMarshaller.paramsOfVarargs(first, rest), options);
  }

  public CompletableFuture<Boolean> negate(boolean value) {
    return TypesMarshaller.NEGATE.future(
        channel, TypesMarshaller.paramsOfNegate(value), options);
  }

  public CompletableFuture<Character> next(char value) {
    return TypesMarshaller.NEXT.future(
        channel, TypesMarshaller.paramsOfNext(value), options);
  }
}
