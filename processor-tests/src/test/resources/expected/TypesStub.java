package good;

import io.callbox.rpc.CallOptions;
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
    return TypesMarshaller.PRIMITIVES.await(
        channel, TypesMarshaller.paramsOfPrimitives(value), options);
  }

  @Override
  public Types.Boxes boxes(Types.Boxes value) {
    return TypesMarshaller.BOXES.await(
        channel, TypesMarshaller.paramsOfBoxes(value), options);
  }

  @Override
  public Types.Arrays arrays(Types.Arrays value) {
    return TypesMarshaller.ARRAYS.await(
        channel, TypesMarshaller.paramsOfArrays(value), options);
  }

  @Override
  public Types.Collections collections(Types.Collections value) {
    return TypesMarshaller.COLLECTIONS.await(
        channel, TypesMarshaller.paramsOfCollections(value), options);
  }

  @Override
  public Types.Pair<String, Types.Pair<Integer, List<Types.Tree>>> pairs(
      Types.Pair<Types.Colour, Types.Pair<Long, Types.Empty>> value) {
    return TypesMarshaller.PAIRS.await(
        channel, TypesMarshaller.paramsOfPairs(value), options);
  }

  @Override
  public Types.Tree tree(Types.Tree value) {
    return TypesMarshaller.TREE.await(
        channel, TypesMarshaller.paramsOfTree(value), options);
  }

  @Override
  public Optional<Types.Colour> colour(Optional<Types.Colour> value) {
    return TypesMarshaller.COLOUR.await(
        channel, TypesMarshaller.paramsOfColour(value), options);
  }

  @Override
  public byte[] bytes(byte[] value) {
    return TypesMarshaller.BYTES.await(
        channel, TypesMarshaller.paramsOfBytes(value), options);
  }

  @Override
  public int[][] grid(int[][] value) {
    return TypesMarshaller.GRID.await(
        channel, TypesMarshaller.paramsOfGrid(value), options);
  }

  @Override
  public List<String>[] lists(List<String>[] value) {
    return TypesMarshaller.LISTS.await(
        channel, TypesMarshaller.paramsOfLists(value), options);
  }

  @Override
  public Map<String, Set<Types.Colour>> map(
      Map<String, Set<Types.Colour>> value) {
    return TypesMarshaller.MAP.await(
        channel, TypesMarshaller.paramsOfMap(value), options);
  }

  @Override
  public String text(String value, Integer boxed, boolean flag) {
    return TypesMarshaller.TEXT.await(
        channel, TypesMarshaller.paramsOfText(value, boxed, flag), options);
  }

  @Override
  public int varargs(String first, int... rest) {
    return TypesMarshaller.VARARGS.await(
        channel, TypesMarshaller.paramsOfVarargs(first, rest), options);
  }

  @Override
  public boolean negate(boolean value) {
    return TypesMarshaller.NEGATE.await(
        channel, TypesMarshaller.paramsOfNegate(value), options);
  }

  @Override
  public char next(char value) {
    return TypesMarshaller.NEXT.await(
        channel, TypesMarshaller.paramsOfNext(value), options);
  }
}
