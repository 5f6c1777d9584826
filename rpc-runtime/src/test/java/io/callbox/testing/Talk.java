package io.callbox.testing;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.callbox.json.MemberCursor;
import io.callbox.json.Members;
import io.callbox.json.Texts;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ClientCalls;
import io.callbox.rpc.DeclaredException;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.ServerCalls;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A service with a method of each kind, written by hand: one that waits, one asynchronous, one
 * idempotent, one without reply.
 */
public interface Talk {

  DeclaredException<MuteException> MUTE =
      new DeclaredException<>(
          "Mute",
          MuteException.class,
          (out, failure) -> {
            out.writeStartObject();
            out.writeEndObject();
          },
          (message, fields) -> new MuteException(message));
  MethodDescriptor<String> SAY =
      MethodDescriptor.named("Talk", "say").exceptions(MUTE).returning(Texts::readString);
  MethodDescriptor<String> SAY_LATER =
      MethodDescriptor.named("Talk", "sayLater").returning(Texts::readString);
  MethodDescriptor<String> REPEAT =
      MethodDescriptor.named("Talk", "repeat").idempotent().returning(Texts::readString);
  MethodDescriptor<@Nullable Void> NOTE =
      MethodDescriptor.named("Talk", "note").oneWay().returningNothing();
  Members PARAMS = Members.of("line");

  String say(String line) throws MuteException;

  default CompletableFuture<String> sayLater(String line) {
    return CompletableFuture.completedFuture(line);
  }

  default String repeat(String line) {
    return line;
  }

  default void note(String line) {}

  /** What {@link #say} may throw. */
  final class MuteException extends Exception {
    private static final long serialVersionUID = 1L;

    public MuteException(@Nullable String message) {
      super(message);
    }
  }

  /** Calls the service. */
  record Stub(RpcChannel channel, CallOptions options) implements Talk {

    public Stub(RpcChannel channel) {
      this(channel, CallOptions.DEFAULT);
    }

    @Override
    public String say(String line) {
      return ClientCalls.await(channel, SAY, out -> write(out, line), options);
    }

    public CompletableFuture<String> sayAsync(String line) {
      return ClientCalls.future(channel, SAY, out -> write(out, line), options);
    }

    @Override
    public CompletableFuture<String> sayLater(String line) {
      return ClientCalls.future(channel, SAY_LATER, out -> write(out, line), options);
    }

    @Override
    public String repeat(String line) {
      return ClientCalls.await(channel, REPEAT, out -> write(out, line), options);
    }

    @Override
    public void note(String line) {
      ClientCalls.send(channel, NOTE, out -> write(out, line), options);
    }

    private static void write(JsonGenerator out, String line) throws IOException {
      out.writeStartObject();
      out.writeStringField("line", line);
      out.writeEndObject();
    }
  }

  /** Serves an implementation. */
  record Skeleton(Talk implementation) implements ServiceSkeleton {

    @Override
    public ServiceDescriptor descriptor() {
      return ServiceDescriptor.of("Talk", SAY, SAY_LATER, REPEAT, NOTE);
    }

    @Override
    public Invocation read(MethodDescriptor<?> method, JsonParser in) throws IOException {
      String line = readLine(in);
      return switch (method.name()) {
        case "say" -> responder -> responder.succeed(implementation.say(line), Texts::writeString);
        case "sayLater" ->
            responder ->
                ServerCalls.whenComplete(
                    implementation.sayLater(line), responder, Texts::writeString);
        case "repeat" ->
            responder -> responder.succeed(implementation.repeat(line), Texts::writeString);
        case "note" ->
            responder -> {
              implementation.note(line);
              responder.succeed();
            };
        default -> throw ServerCalls.unimplemented(method);
      };
    }

    private static String readLine(JsonParser in) throws IOException {
      String line = "";
      MemberCursor members = PARAMS.openParams(in);
      while (members.next()) {
        if (members.index() == 0) {
          line = Texts.readString(in);
        } else {
          members.skip();
        }
      }
      members.require(0);
      return line;
    }
  }
}
