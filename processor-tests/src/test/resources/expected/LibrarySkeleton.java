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
 * Serves a {@link Library} to remote callers.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class LibrarySkeleton implements ServiceSkeleton {
  private final Library implementation;

  /**
   * Calls go to {@code implementation}, many at a time.
   */
  public LibrarySkeleton(Library implementation) {
    this.implementation = implementation;
  }

  @Override
  public ServiceDescriptor descriptor() {
    return LibraryMarshaller.SERVICE;
  }

  @Override
  public Invocation read(MethodDescriptor<?> method, JsonParser in) throws IOException {
    return switch (method.name()) {
      case "find" -> LibraryMarshaller.readFindParams(in, this);
      case "lend" -> LibraryMarshaller.readLendParams(in, this);
      case "burn" -> LibraryMarshaller.readBurnParams(in, this);
      default -> throw ServerCalls.unimplemented(method);
    };
  }

  Invocation callFind(String title) {
    return responder ->
        LibraryMarshaller.INT_RESULT.succeed(responder, implementation.find(title));
  }

  Invocation callLend(int number) {
    return responder -> {
      implementation.lend(number);
      responder.succeed();
    };
  }

  Invocation callBurn() {
    return responder -> {
      implementation.burn();
      responder.succeed();
    };
  }
}
