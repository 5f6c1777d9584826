package bad;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.callbox.annotation.RemoteService;

@RemoteService
public interface ClassByName {
  int a(Event b); // RPC037: b is bad.ClassByName.Event, which uses @JsonTypeInfo with names of classes, so that a message would choose what is made; use = JsonTypeInfo.Id.NAME, and name the subtypes with @JsonSubTypes

  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  interface Event {}
}
