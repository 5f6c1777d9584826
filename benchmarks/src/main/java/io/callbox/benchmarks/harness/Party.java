package io.callbox.benchmarks.harness;

import io.callbox.benchmarks.driver.Fields;
import io.callbox.benchmarks.driver.Load;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A contestant that is running: a broker if it needs one, servers and a client, each a process.
 * Belongs to one thread. Ends its processes when it is closed.
 */
public final class Party implements AutoCloseable {

  private final String contestant;
  private final Broker broker;
  private final List<Child> servers = new ArrayList<>();
  private final Child client;

  private Party(String contestant, Broker broker, List<Duration> delays) {
    this.contestant = contestant;
    this.broker = broker;
    String address = broker.address();
    for (Duration delay : delays) {
      address = addServer(contestant, delay);
    }
    this.client = Child.start(List.of("client", contestant, address));
    client.answer();
  }

  /** Starts a contestant with one server. */
  public static Party of(String contestant) {
    return of(contestant, List.of(Duration.ZERO));
  }

  /** Starts a contestant with a server for each delay. */
  public static Party of(String contestant, List<Duration> delays) {
    Broker broker = Brokers.startFor(contestant);
    try {
      return new Party(contestant, broker, delays);
    } catch (RuntimeException unable) {
      broker.close(); // it would outlive this process
      throw unable;
    }
  }

  /** Returns whether this machine has the broker that a contestant needs. */
  public static boolean canPlay(String contestant) {
    return Brokers.availableFor(contestant);
  }

  public String contestant() {
    return contestant;
  }

  /** Returns the number of servers. */
  public int servers() {
    return servers.size();
  }

  /** Starts another server; the client needs no notice of it where there is a broker. */
  public String addServer(String served, Duration delay) {
    Child server =
        Child.start(List.of("serve", served, broker.address(), "" + delay.toNanos() / 1_000));
    servers.add(server);
    return server.answer().text("address", "");
  }

  /** Another client of the same broker, for another contestant's calls. */
  public Guest addClient(String called) {
    Child guest = Child.start(List.of("client", called, broker.address()));
    guest.answer();
    return new Guest(guest);
  }

  /** Runs a load, and does not look. */
  public void warmUp(Load load) {
    client.ask(load.fields().toString());
  }

  /** Runs a load, and measures it. */
  public Sample measure(Load load) {
    Figures before = figures();
    Fields answer = client.ask(load.fields().toString());
    return figures().since(before, answer);
  }

  /** Does nothing for a while: cores used by the processes, and Redis commands a second. */
  public Idle idle(Duration time) throws InterruptedException {
    Figures before = figures();
    long start = System.nanoTime();
    Thread.sleep(time.toMillis());
    Figures after = figures();
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Idle(
        (after.client.cpu - before.client.cpu) / seconds / 1e6,
        (after.server.cpu - before.server.cpu) / seconds / 1e6,
        (after.commands - before.commands) / seconds);
  }

  /** Threads and sockets of a client, and of a server. */
  public double[] footprint() {
    long server = servers.get(0).pid();
    return new double[] {
      Cpu.threads(client.pid()), Cpu.sockets(client.pid()), Cpu.threads(server), Cpu.sockets(server)
    };
  }

  /**
   * Lets the server of Callbox work off a queue that holds so many notifications.
   *
   * @return messages a second
   */
  public double drain(int depth) {
    int port = ((RedisBroker) broker).port();
    String notification =
        "{\"jsonrpc\":\"2.0\",\"method\":\"Work.multiply\",\"params\":{\"a\":7,\"b\":8}}";
    return Backlog.drain(port, "services:Work", notification, depth);
  }

  /** Returns the work of each process of the broker so far. */
  public Each each() {
    return new Each(broker.cpuMicros(), broker.commandsOfEach());
  }

  /**
   * The work of the processes of a broker.
   *
   * @param cpuMicros microseconds of processor time of each
   * @param commands the number of commands of each
   */
  public record Each(List<Long> cpuMicros, List<Long> commands) {

    /** Returns the work since then. */
    public Each since(Each before) {
      return new Each(
          difference(before.cpuMicros, cpuMicros), difference(before.commands, commands));
    }

    private static List<Long> difference(List<Long> before, List<Long> after) {
      return IntStream.range(0, after.size())
          .mapToObj(at -> after.get(at) - before.get(at))
          .toList();
    }
  }

  private Figures figures() {
    return new Figures(
        usage(List.of(client)), usage(servers), Cpu.micros(broker.pids()), broker.commands());
  }

  private static Usage usage(List<Child> children) {
    List<Long> pids = children.stream().map(Child::pid).toList();
    double bytes = children.stream().mapToDouble(child -> child.ask("").number("allocated")).sum();
    return new Usage(Cpu.micros(pids), Cpu.waits(pids), bytes);
  }

  @Override
  public void close() {
    client.close();
    servers.forEach(Child::close);
    broker.close();
  }

  /**
   * The cost of an idle contestant.
   *
   * @param clientCores of the client process
   * @param serverCores of the server processes
   * @param commandsPerSecond that Redis ran
   */
  public record Idle(double clientCores, double serverCores, double commandsPerSecond) {}

  /**
   * A second client.
   *
   * @param child its process
   */
  public record Guest(Child child) implements AutoCloseable {

    /** Starts a load, which {@link #finish} waits for. */
    public void start(Load load) {
      child.say(load.fields().toString());
    }

    /** Waits for the load. */
    public Fields finish() {
      return child.answer();
    }

    @Override
    public void close() {
      child.close();
    }
  }

  private record Usage(double cpu, double waits, double bytes) {}

  private record Figures(Usage client, Usage server, double brokerCpu, double commands) {

    Sample since(Figures before, Fields answer) {
      double calls = Math.max(1, answer.number("calls"));
      double ofClient = client.cpu - before.client.cpu;
      double ofServer = server.cpu - before.server.cpu;
      double ofBroker = brokerCpu - before.brokerCpu;
      return new Sample(
          answer,
          (ofClient + ofServer + ofBroker) / calls,
          ofClient / calls,
          ofBroker / calls,
          (client.waits - before.client.waits + server.waits - before.server.waits) / calls,
          (commands - before.commands) / calls,
          (client.bytes - before.client.bytes) / calls,
          (server.bytes - before.server.bytes) / calls);
    }
  }
}
