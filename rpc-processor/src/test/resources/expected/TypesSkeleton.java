package good;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServerCalls;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import java.io.IOException;
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
      case "primitives" -> {
        var params = TypesMarshaller.readPrimitivesParams(in);
        yield responder ->
            responder.succeed(
                implementation.primitives(params.value()),
                TypesMarshaller::writePrimitivesResult);
      }
      case "boxes" -> {
        var params = TypesMarshaller.readBoxesParams(in);
        yield responder ->
            responder.succeed(
                implementation.boxes(params.value()),
                TypesMarshaller::writeBoxesResult);
      }
      case "arrays" -> {
        var params = TypesMarshaller.readArraysParams(in);
        yield responder ->
            responder.succeed(
                implementation.arrays(params.value()),
                TypesMarshaller::writeArraysResult);
      }
      case "collections" -> {
        var params = TypesMarshaller.readCollectionsParams(in);
        yield responder ->
            responder.succeed(
                implementation.collections(params.value()),
                TypesMarshaller::writeCollectionsResult);
      }
      case "pairs" -> {
        var params = TypesMarshaller.readPairsParams(in);
        yield responder ->
            responder.succeed(
                implementation.pairs(params.value()),
                TypesMarshaller::writePairsResult);
      }
      case "tree" -> {
        var params = TypesMarshaller.readTreeParams(in);
        yield responder ->
            responder.succeed(
                implementation.tree(params.value()),
                TypesMarshaller::writeTreeResult);
      }
      case "colour" -> {
        var params = TypesMarshaller.readColourParams(in);
        yield responder ->
            responder.succeed(
                implementation.colour(params.value()),
                TypesMarshaller::writeColourResult);
      }
      case "bytes" -> {
        var params = TypesMarshaller.readBytesParams(in);
        yield responder ->
            responder.succeed(
                implementation.bytes(params.value()),
                TypesMarshaller::writeBytesResult);
      }
      case "grid" -> {
        var params = TypesMarshaller.readGridParams(in);
        yield responder ->
            responder.succeed(
                implementation.grid(params.value()),
                TypesMarshaller::writeGridResult);
      }
      case "lists" -> {
        var params = TypesMarshaller.readListsParams(in);
        yield responder ->
            responder.succeed(
                implementation.lists(params.value()),
                TypesMarshaller::writeListsResult);
      }
      case "map" -> {
        var params = TypesMarshaller.readMapParams(in);
        yield responder ->
            responder.succeed(
                implementation.map(params.value()),
                TypesMarshaller::writeMapResult);
      }
      case "text" -> {
        var params = TypesMarshaller.readTextParams(in);
        yield responder ->
            responder.succeed(
                implementation.text(params.value(), params.boxed(), params.flag()),
                TypesMarshaller::writeTextResult);
      }
      case "varargs" -> {
        var params = TypesMarshaller.readVarargsParams(in);
        yield responder ->
            responder.succeed(
                implementation.varargs(params.first(), params.rest()),
                TypesMarshaller::writeVarargsResult);
      }
      case "negate" -> {
        var params = TypesMarshaller.readNegateParams(in);
        yield responder ->
            responder.succeed(
                implementation.negate(params.value()),
                TypesMarshaller::writeNegateResult);
      }
      case "next" -> {
        var params = TypesMarshaller.readNextParams(in);
        yield responder ->
            responder.succeed(
                implementation.next(params.value()),
                TypesMarshaller::writeNextResult);
      }
      default -> throw ServerCalls.unimplemented(method);
    };
  }
}
