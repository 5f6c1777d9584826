package io.callbox.trial;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.json.MemberCursor;
import io.callbox.json.Members;
import io.callbox.json.Texts;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import java.io.IOException;

/** A service that returns what it is sent, however large that is. */
public final class Echo implements ServiceSkeleton {

  static final MethodDescriptor<String> ECHO =
      MethodDescriptor.named("Echo", "echo").returning(Texts::readString);

  private static final Members PARAMS = Members.of("text");

  @Override
  public ServiceDescriptor descriptor() {
    return ServiceDescriptor.of("Echo", ECHO);
  }

  @Override
  public Invocation read(MethodDescriptor<?> method, JsonParser in) throws IOException {
    String text = "";
    MemberCursor members = PARAMS.openParams(in);
    while (members.next()) {
      text = in.getText();
    }
    String read = text;
    return responder -> responder.succeed(read, (out, result) -> out.writeString(result));
  }
}
