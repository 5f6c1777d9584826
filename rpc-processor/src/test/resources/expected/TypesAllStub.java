package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ClientCalls;
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
    return ClientCalls.all(
        channel,
        TypesMarshaller.PRIMITIVES,
        out -> TypesMarshaller.writePrimitivesParams(out, value),
        options);
  }

  public Replies<Types.Boxes> boxes(Types.Boxes value) {
    return ClientCalls.all(
        channel,
        TypesMarshaller.BOXES,
        out -> TypesMarshaller.writeBoxesParams(out, value),
        options);
  }

  public Replies<Types.Arrays> arrays(Types.Arrays value) {
    return ClientCalls.all(
        channel,
        TypesMarshaller.ARRAYS,
        out -> TypesMarshaller.writeArraysParams(out, value),
        options);
  }

  public Replies<Types.Collections> collections(Types.Collections value) {
    return ClientCalls.all(
        channel,
        TypesMarshaller.COLLECTIONS,
        out -> TypesMarshaller.writeCollectionsParams(out, value),
        options);
  }

  public Replies<Types.Pair<String, Types.Pair<Integer, List<Types.Tree>>>> pairs(
      Types.Pair<Types.Colour, Types.Pair<Long, Types.Empty>> value) {
    return ClientCalls.all(
        channel,
        TypesMarshaller.PAIRS,
        out -> TypesMarshaller.writePairsParams(out, value),
        options);
  }

  public Replies<Types.Tree> tree(Types.Tree value) {
    return ClientCalls.all(
        channel,
        TypesMarshaller.TREE,
        out -> TypesMarshaller.writeTreeParams(out, value),
        options);
  }

  public Replies<Optional<Types.Colour>> colour(Optional<Types.Colour> value) {
    return ClientCalls.all(
        channel,
        TypesMarshaller.COLOUR,
        out -> TypesMarshaller.writeColourParams(out, value),
        options);
  }

  public Replies<byte[]> bytes(byte[] value) {
    return ClientCalls.all(
        channel,
        TypesMarshaller.BYTES,
        out -> TypesMarshaller.writeBytesParams(out, value),
        options);
  }

  public Replies<int[][]> grid(int[][] value) {
    return ClientCalls.all(
        channel,
        TypesMarshaller.GRID,
        out -> TypesMarshaller.writeGridParams(out, value),
        options);
  }

  public Replies<List<String>[]> lists(List<String>[] value) {
    return ClientCalls.all(
        channel,
        TypesMarshaller.LISTS,
        out -> TypesMarshaller.writeListsParams(out, value),
        options);
  }

  public Replies<Map<String, Set<Types.Colour>>> map(Map<String, Set<Types.Colour>> value) {
    return ClientCalls.all(
        channel,
        TypesMarshaller.MAP,
        out -> TypesMarshaller.writeMapParams(out, value),
        options);
  }

  public Replies<String> text(String value, Integer boxed, boolean flag) {
    return ClientCalls.all(
        channel,
        TypesMarshaller.TEXT,
        out -> TypesMarshaller.writeTextParams(out, value, boxed, flag),
        options);
  }

  public Replies<Integer> varargs(String first, int... rest) {
    return ClientCalls.all(
        channel,
        TypesMarshaller.VARARGS,
        out -> TypesMarshaller.writeVarargsParams(out, first, rest),
        options);
  }

  public Replies<Boolean> negate(boolean value) {
    return ClientCalls.all(
        channel,
        TypesMarshaller.NEGATE,
        out -> TypesMarshaller.writeNegateParams(out, value),
        options);
  }

  public Replies<Character> next(char value) {
    return ClientCalls.all(
        channel,
        TypesMarshaller.NEXT,
        out -> TypesMarshaller.writeNextParams(out, value),
        options);
  }
}
