package modular;

import io.callbox.node.RpcNode;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.LocalDate;

public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    Desk desk =
        new Desk() {
          @Override
          public Visit admit(Visitor visitor) {
            return new Visit(visitor, LocalDate.of(2024, 2, 29));
          }

          @Override
          public String record(Visit visit) {
            return visit.toString();
          }
        };
    InMemoryTransport transport = new InMemoryTransport();
    try (RpcNode server =
            RpcNode.builder("server").transport(transport).register(new DeskSkeleton(desk)).start();
        RpcNode client = RpcNode.builder("client").transport(transport).start()) {
      Desk remote = new DeskStub(client.channelTo(server.id()));
      System.out.println(remote.record(remote.admit(new Desk.Visitor("Ada", 7))));
      System.out.println(Main.class.getModule() + " " + RpcNode.class.getModule());
    }
  }
}
