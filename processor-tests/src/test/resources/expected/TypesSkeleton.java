package good;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServerCalls;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Generated;

/**
 * Serves a {@link Types} to remote callers.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class TypesSkeleton implements ServiceSkeleton {
  private final Types implementation;

  /**
   * Calls go to {@code implementation}, many at a time.
   */
  public TypesSkeleton(Types implementation) {
    this.implementation = implementation;
  }

  @Override
  public ServiceDescriptor descriptor() {
    return TypesMarshaller.SERVICE;
  }

  @Override
  public Invocation read(MethodDescriptor<?> method, JsonParser in) throws IOException {
    return switch (method.name()) {
      case "primitives" -> TypesMarshaller.readPrimitivesParams(in, this);
      case "boxes" -> TypesMarshaller.readBoxesParams(in, this);
      case "arrays" -> TypesMarshaller.readArraysParams(in, this);
      case "collections" -> TypesMarshaller.readCollectionsParams(in, this);
      case "pairs" -> TypesMarshaller.readPairsParams(in, this);
      case "tree" -> TypesMarshaller.readTreeParams(in, this);
      case "colour" -> TypesMarshaller.readColourParams(in, this);
      case "bytes" -> TypesMarshaller.readBytesParams(in, this);
      case "grid" -> TypesMarshaller.readGridParams(in, this);
      case "lists" -> TypesMarshaller.readListsParams(in, this);
      case "map" -> TypesMarshaller.readMapParams(in, this);
      case "text" -> TypesMarshaller.readTextParams(in, this);
      case "varargs" -> TypesMarshaller.readVarargsParams(in, this);
      case "negate" -> TypesMarshaller.readNegateParams(in, this);
      case "next" -> TypesMarshaller.readNextParams(in, this);
      default -> throw ServerCalls.unimplemented(method);
    };
  }

  Invocation callPrimitives(Types.Primitives value) {
    return responder ->
        TypesMarshaller.PRIMITIVES_RESULT.succeed(responder, implementation.primitives(value));
  }

  Invocation callBoxes(Types.Boxes value) {
    return responder ->
        TypesMarshaller.BOXES_RESULT.succeed(responder, implementation.boxes(value));
  }

  Invocation callArrays(Types.Arrays value) {
    return responder ->
        TypesMarshaller.ARRAYS_RESULT.succeed(responder, implementation.arrays(value));
  }

  Invocation callCollections(Types.Collections value) {
    return responder ->
        TypesMarshaller.COLLECTIONS_RESULT.succeed(responder, implementation.collections(value));
  }

  Invocation callPairs(
      Types.Pair<Types.Colour, Types.Pair<Long, Types.Empty>> value) {
    return responder ->
        TypesMarshaller.PAIR_OF_STRING_AND_PAIR_OF_INTEGER_AND_LIST_OF_TREE_RESULT.succeed(responder,
            implementation.pairs(value));
  }

  Invocation callTree(Types.Tree value) {
    return responder ->
        TypesMarshaller.TREE_RESULT.succeed(responder, implementation.tree(value));
  }

  Invocation callColour(Optional<Types.Colour> value) {
    return responder ->
        TypesMarshaller.OPTIONAL_OF_COLOUR_RESULT.succeed(responder,
            implementation.colour(value));
  }

  Invocation callBytes(byte[] value) {
    return responder ->
        TypesMarshaller.ARRAY_OF_BYTE_RESULT.succeed(responder, implementation.bytes(value));
  }

  Invocation callGrid(int[][] value) {
    return responder ->
        TypesMarshaller.ARRAY_OF_ARRAY_OF_INT_RESULT.succeed(responder,
            implementation.grid(value));
  }

  Invocation callLists(List<String>[] value) {
    return responder ->
        TypesMarshaller.ARRAY_OF_LIST_OF_STRING_RESULT.succeed(responder,
            implementation.lists(value));
  }

  Invocation callMap(Map<String, Set<Types.Colour>> value) {
    return responder ->
        TypesMarshaller.MAP_OF_SET_OF_COLOUR_RESULT.succeed(responder,
            implementation.map(value));
  }

  Invocation callText(String value, Integer boxed, boolean flag) {
    return responder ->
        TypesMarshaller.STRING_RESULT.succeed(responder, implementation.text(value, boxed,
            flag));
  }

  Invocation callVarargs(String first, int[] rest) {
    return responder ->
        TypesMarshaller.INT_RESULT.succeed(responder, implementation.varargs(first, rest));
  }

  Invocation callNegate(boolean value) {
    return responder ->
        TypesMarshaller.BOOLEAN_RESULT.succeed(responder, implementation.negate(value));
  }

  Invocation callNext(char value) {
    return responder ->
        TypesMarshaller.CHAR_RESULT.succeed(responder, implementation.next(value));
  }
}
