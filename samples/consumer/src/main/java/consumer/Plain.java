package consumer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.transport.memory.InMemoryTransport;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Calls another node with values written by hand, as a program without reflection does. */
public final class Plain {

  private static final Instant NOW = Instant.parse("2024-02-29T12:00:00.5Z");
  private static final ZonedDateTime THERE = NOW.atZone(ZoneOffset.ofHours(2));
  private static final UUID ID = new UUID(1, 2);
  private static final Order.Line LINE = new Order.Line("pen", 3, new BigDecimal("1.50"));

  private final Everything stub;
  private int calls;

  private Plain(Everything stub) {
    this.stub = stub;
  }

  /** Takes the URI of a Redis; without one it stays in memory. */
  public static void main(String[] args) {
    InMemoryTransport memory = new InMemoryTransport();
    UnaryOperator<RpcNodeBuilder> reached =
        node -> args.length == 0 ? node.transport(memory) : node.redis(args[0]);
    try (RpcNode server =
            reached
                .apply(RpcNode.builder("server"))
                .register(new EverythingSkeleton(new EverythingEcho()))
                .start();
        RpcNode client = reached.apply(RpcNode.builder("client")).start()) {
      Plain plain = new Plain(new EverythingStub(client.channelTo(server.id())));
      plain.scalars();
      plain.times();
      plain.containers();
      plain.objects();
      plain.exception();
      System.out.println(plain.calls + " answers");
    }
  }

  private void scalars() {
    same(true, stub.truth(true, null));
    same((byte) -1, stub.octet((byte) -1, (byte) 1));
    same((short) 2, stub.small((short) 2, null));
    same(3, stub.whole(3, 4));
    same(1L << 60, stub.big(1L << 60, null));
    same(1.5f, stub.rough(1.5f, null));
    same(1e300, stub.precise(1e300, Double.NaN));
    same('é', stub.letter('é', null));
    same("a\"b", stub.text("a\"b"));
    same(2, stub.bytes(new byte[] {1, 2}, new byte[][] {{3}}).length);
    same(7, stub.grid(new int[][] {{7}}, new long[] {8}, new boolean[1], 1.5)[0][0]);
    same("x", stub.words(new String[] {"x"}, null)[0]);
    same(BigInteger.TEN, stub.integer(BigInteger.TEN));
    same(LINE.price(), stub.decimal(LINE.price()));
    same(ID, stub.uuid(ID));
    same(URI.create("a:b"), stub.uri(URI.create("a:b")));
    same(Locale.ITALIAN, stub.locale(Locale.ITALIAN));
    same(Currency.getInstance("EUR"), stub.currency(Currency.getInstance("EUR")));
    same(Mood.CALM, stub.mood(Mood.CALM));
  }

  private void times() {
    LocalDate day = THERE.toLocalDate();
    same(NOW, stub.instant(NOW));
    same(null, stub.duration(null, Period.ofDays(3)));
    same(day, stub.day(day, THERE.toLocalTime(), THERE.toLocalDateTime()));
    same(THERE.toOffsetDateTime(), stub.offset(THERE.toOffsetDateTime(), null, THERE));
    same(null, stub.year(null, null, null));
    same(Month.MAY, stub.month(Month.MAY, null));
    same(ZoneId.of("Europe/Paris"), stub.zone(ZoneId.of("Europe/Paris"), ZoneOffset.MAX));
  }

  private void containers() {
    same(
        OptionalInt.of(1),
        stub.maybeNumber(OptionalInt.of(1), OptionalLong.empty(), OptionalDouble.of(1)));
    same(Optional.of(List.of(Optional.of(1))), stub.maybe(Optional.of(List.of(Optional.of(1)))));
    same(List.of("a"), stub.collection(List.of("a"), List.of(List.of(Mood.CALM))));
    same(new TreeSet<>(List.of(ID)), stub.sorted(new TreeSet<>(List.of(ID)), null, null));
    same(null, stub.queue(null, null));
    same(Map.of(), stub.map(Map.of(), Map.of(ID, Map.of(1, (byte) 2))));
    same(new TreeMap<>(), stub.ordered(new TreeMap<>(), new TreeMap<>(Map.of(1L, "one"))));
    same(Map.of("now", NOW), stub.inherited(Map.of("now", NOW), List.of()));
  }

  private void objects() {
    Tree<Point> leaf = new Tree<>(null, List.of(), null);
    same(leaf, stub.tree(leaf));
    Shape<String> shape = new Shape.Group<>(List.of(new Shape.Circle<>(1, "one")));
    same(shape, stub.shape(shape, new Shape.Circle<>(2, Mood.HURRIED)).join());
    Profile profile = new Profile();
    profile.setPlaces(Map.of("home", new Point(1, null)));
    same(1L, stub.profile(profile).getPlaces().get("home").getX());
    ObjectNode tree = JsonNodeFactory.instance.objectNode().put("a", 1);
    same(tree, stub.json(tree, tree, null));
    stub.forget(profile, List.of());
  }

  private void exception() {
    Order order = new Order(ID, NOW, Optional.empty(), List.of(LINE), Map.of());
    try {
      same(order, stub.order(order));
      stub.order(null);
      throw new AssertionError("it was not refused");
    } catch (RefusedException refused) {
      same(3, refused.getTries());
    }
  }

  private void same(Object sent, Object arrived) {
    if (!Objects.equals(sent, arrived)) {
      throw new AssertionError("sent " + sent + ", arrived " + arrived);
    }
    calls++;
  }
}
