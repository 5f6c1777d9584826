package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ClientCalls;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Generated;

/**
 * Calls a remote {@link Types} and waits for it. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class TypesStub implements Types {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public TypesStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private TypesStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public TypesStub withTimeout(Duration timeout) {
    return new TypesStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public TypesStub withHeader(String name, String value) {
    return new TypesStub(channel, options.withHeader(name, value));
  }

  @Override
  public Types.Primitives primitives(Types.Primitives value) {
    return ClientCalls.await(
        channel,
        TypesMarshaller.PRIMITIVES,
        out -> TypesMarshaller.writePrimitivesParams(out, value),
        options);
  }

  @Override
  public Types.Boxes boxes(Types.Boxes value) {
    return ClientCalls.await(
        channel,
        TypesMarshaller.BOXES,
        out -> TypesMarshaller.writeBoxesParams(out, value),
        options);
  }

  @Override
  public Types.Arrays arrays(Types.Arrays value) {
    return ClientCalls.await(
        channel,
        TypesMarshaller.ARRAYS,
        out -> TypesMarshaller.writeArraysParams(out, value),
        options);
  }

  @Override
  public Types.Collections collections(Types.Collections value) {
    return ClientCalls.await(
        channel,
        TypesMarshaller.COLLECTIONS,
        out -> TypesMarshaller.writeCollectionsParams(out, value),
        options);
  }

  @Override
  public Types.Pair<String, Types.Pair<Integer, List<Types.Tree>>> pairs(
      Types.Pair<Types.Colour, Types.Pair<Long, Types.Empty>> value) {
    return ClientCalls.await(
        channel,
        TypesMarshaller.PAIRS,
        out -> TypesMarshaller.writePairsParams(out, value),
        options);
  }

  @Override
  public Types.Tree tree(Types.Tree value) {
    return ClientCalls.await(
        channel,
        TypesMarshaller.TREE,
        out -> TypesMarshaller.writeTreeParams(out, value),
        options);
  }

  @Override
  public Optional<Types.Colour> colour(Optional<Types.Colour> value) {
    return ClientCalls.await(
        channel,
        TypesMarshaller.COLOUR,
        out -> TypesMarshaller.writeColourParams(out, value),
        options);
  }

  @Override
  public byte[] bytes(byte[] value) {
    return ClientCalls.await(
        channel,
        TypesMarshaller.BYTES,
        out -> TypesMarshaller.writeBytesParams(out, value),
        options);
  }

  @Override
  public int[][] grid(int[][] value) {
    return ClientCalls.await(
        channel,
        TypesMarshaller.GRID,
        out -> TypesMarshaller.writeGridParams(out, value),
        options);
  }

  @Override
  public List<String>[] lists(List<String>[] value) {
    return ClientCalls.await(
        channel,
        TypesMarshaller.LISTS,
        out -> TypesMarshaller.writeListsParams(out, value),
        options);
  }

  @Override
  public Map<String, Set<Types.Colour>> map(Map<String, Set<Types.Colour>> value) {
    return ClientCalls.await(
        channel,
        TypesMarshaller.MAP,
        out -> TypesMarshaller.writeMapParams(out, value),
        options);
  }

  @Override
  public String text(String value, Integer boxed, boolean flag) {
    return ClientCalls.await(
        channel,
        TypesMarshaller.TEXT,
        out -> TypesMarshaller.writeTextParams(out, value, boxed, flag),
        options);
  }

  @Override
  public int varargs(String first, int... rest) {
    return ClientCalls.await(
        channel,
        TypesMarshaller.VARARGS,
        out -> TypesMarshaller.writeVarargsParams(out, first, rest),
        options);
  }

  @Override
  public boolean negate(boolean value) {
    return ClientCalls.await(
        channel,
        TypesMarshaller.NEGATE,
        out -> TypesMarshaller.writeNegateParams(out, value),
        options);
  }

  @Override
  public char next(char value) {
    return ClientCalls.await(
        channel,
        TypesMarshaller.NEXT,
        out -> TypesMarshaller.writeNextParams(out, value),
        options);
  }
}
