package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ClientCalls;
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
    return ClientCalls.future(
        channel,
        TypesMarshaller.PRIMITIVES,
        out -> TypesMarshaller.writePrimitivesParams(out, value),
        options);
  }

  public CompletableFuture<Types.Boxes> boxes(Types.Boxes value) {
    return ClientCalls.future(
        channel,
        TypesMarshaller.BOXES,
        out -> TypesMarshaller.writeBoxesParams(out, value),
        options);
  }

  public CompletableFuture<Types.Arrays> arrays(Types.Arrays value) {
    return ClientCalls.future(
        channel,
        TypesMarshaller.ARRAYS,
        out -> TypesMarshaller.writeArraysParams(out, value),
        options);
  }

  public CompletableFuture<Types.Collections> collections(Types.Collections value) {
    return ClientCalls.future(
        channel,
        TypesMarshaller.COLLECTIONS,
        out -> TypesMarshaller.writeCollectionsParams(out, value),
        options);
  }

  public CompletableFuture<Types.Pair<String, Types.Pair<Integer, List<Types.Tree>>>> pairs(
      Types.Pair<Types.Colour, Types.Pair<Long, Types.Empty>> value) {
    return ClientCalls.future(
        channel,
        TypesMarshaller.PAIRS,
        out -> TypesMarshaller.writePairsParams(out, value),
        options);
  }

  public CompletableFuture<Types.Tree> tree(Types.Tree value) {
    return ClientCalls.future(
        channel,
        TypesMarshaller.TREE,
        out -> TypesMarshaller.writeTreeParams(out, value),
        options);
  }

  public CompletableFuture<Optional<Types.Colour>> colour(Optional<Types.Colour> value) {
    return ClientCalls.future(
        channel,
        TypesMarshaller.COLOUR,
        out -> TypesMarshaller.writeColourParams(out, value),
        options);
  }

  public CompletableFuture<byte[]> bytes(byte[] value) {
    return ClientCalls.future(
        channel,
        TypesMarshaller.BYTES,
        out -> TypesMarshaller.writeBytesParams(out, value),
        options);
  }

  public CompletableFuture<int[][]> grid(int[][] value) {
    return ClientCalls.future(
        channel,
        TypesMarshaller.GRID,
        out -> TypesMarshaller.writeGridParams(out, value),
        options);
  }

  public CompletableFuture<List<String>[]> lists(List<String>[] value) {
    return ClientCalls.future(
        channel,
        TypesMarshaller.LISTS,
        out -> TypesMarshaller.writeListsParams(out, value),
        options);
  }

  public CompletableFuture<Map<String, Set<Types.Colour>>> map(
      Map<String, Set<Types.Colour>> value) {
    return ClientCalls.future(
        channel,
        TypesMarshaller.MAP,
        out -> TypesMarshaller.writeMapParams(out, value),
        options);
  }

  public CompletableFuture<String> text(String value, Integer boxed, boolean flag) {
    return ClientCalls.future(
        channel,
        TypesMarshaller.TEXT,
        out -> TypesMarshaller.writeTextParams(out, value, boxed, flag),
        options);
  }

  public CompletableFuture<Integer> varargs(String first, int... rest) {
    return ClientCalls.future(
        channel,
        TypesMarshaller.VARARGS,
        out -> TypesMarshaller.writeVarargsParams(out, first, rest),
        options);
  }

  public CompletableFuture<Boolean> negate(boolean value) {
    return ClientCalls.future(
        channel,
        TypesMarshaller.NEGATE,
        out -> TypesMarshaller.writeNegateParams(out, value),
        options);
  }

  public CompletableFuture<Character> next(char value) {
    return ClientCalls.future(
        channel,
        TypesMarshaller.NEXT,
        out -> TypesMarshaller.writeNextParams(out, value),
        options);
  }
}
