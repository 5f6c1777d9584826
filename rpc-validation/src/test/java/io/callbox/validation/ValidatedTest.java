package io.callbox.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.rpc.CallObserver;
import io.callbox.rpc.Executed;
import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.validation.Orders.Line;
import io.callbox.validation.Orders.Order;
import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Calls over a real Redis to services that Hibernate Validator watches over. */
@CallboxTest
final class ValidatedTest {

  private static final Order GOOD = new Order(List.of(new Line("pen", 1)));
  private static final Book BOOK = new Book();
  private static final BlockingQueue<String> OUTCOMES = new LinkedBlockingQueue<>();

  private static ValidatorFactory factory;

  private static RpcNode client;
  private static RpcNode stranger;
  private static Orders orders;

  @BeforeAll
  static void start(Nodes nodes) {
    factory =
        Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(
                new ParameterMessageInterpolator(Set.of(Locale.ENGLISH), Locale.ENGLISH, false))
            .buildValidatorFactory();
    nodes.start("server", node -> serving(node, factory.getValidator(), BOOK));
    client = nodes.start("client");
    orders = new OrdersStub(client.channelTo("server"));
    stranger = nodes.start("stranger");
  }

  private static RpcNodeBuilder serving(RpcNodeBuilder node, Validator validator, Orders orders) {
    return node.interceptServer(call -> CallObserver.atEnd(end -> OUTCOMES.add(end.statusName())))
        .interceptServer(ValidatedTest::admitted)
        .register(Validated.by(validator).service(Orders.class, orders, OrdersSkeleton::new))
        .register(Validated.by(validator).service(Half.class, all -> all / 2, HalfSkeleton::new))
        .register(Validated.by(validator).service(Odd.class, word -> word, OddSkeleton::new));
  }

  private static CallObserver admitted(InterceptedCall call) {
    if ("stranger".equals(call.peer())) {
      throw new RpcException(StatusCode.PERMISSION_DENIED, "not you");
    }
    return CallObserver.NONE;
  }

  @AfterAll
  static void stop() {

    factory.close();
  }

  @BeforeEach
  void forget() {
    BOOK.ran.clear();
    OUTCOMES.clear();
  }

  private static void assertRefused(String problem, Executable call) {
    RpcException refusal = assertThrows(RpcException.class, call);
    assertEquals(problem, refusal.getMessage());
    assertEquals(StatusCode.INVALID_ARGUMENT, refusal.code());
    assertEquals(Executed.NO, refusal.executed());
    assertRan();
  }

  /** Asks for all, and tells what a stream fails with. */
  private record FailureOf(CompletableFuture<String> told) implements Flow.Subscriber<String> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String item) {
      told.complete(item);
    }

    @Override
    public void onError(Throwable failure) {
      told.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      told.complete("");
    }
  }

  private static void assertRan(String... calls) {
    assertEquals(List.of(calls), List.copyOf(BOOK.ran));
  }

  @Test
  void callThatViolatesNoConstraintRuns() {
    assertEquals("ann", orders.place("ann", GOOD));
    assertEquals("later", orders.placeLater(GOOD).join());
    assertRan("ann", "later");
  }

  @Test
  void constraintOnAParameterIsHeld() {
    assertRefused(
        "Orders.place: parameter 'customer' must not be blank", () -> orders.place(" ", GOOD));
  }

  @Test
  void constraintWithinARecordIsHeldAndItsPathTold() {
    Line pen = new Line("pen", 1);
    assertRefused(
        "Orders.place: parameter 'order.lines[2].quantity' must be greater than or equal to 1",
        () -> orders.place("ann", new Order(List.of(pen, pen, new Line("ink", 0)))));
  }

  @Test
  void allThatIsBrokenIsToldInOrder() {
    assertRefused(
        "Orders.place: parameter 'customer' must not be blank;"
            + " parameter 'order.lines' must not be empty",
        () -> orders.place("", new Order(List.of())));
  }

  @Test
  void complaintHasABound() {
    Order bad = new Order(Collections.nCopies(100, new Line("pen", 0)));
    RpcException refusal = assertThrows(RpcException.class, () -> orders.place("ann", bad));
    String problem = String.valueOf(refusal.getMessage());
    assertEquals(10, problem.split("'order.lines", -1).length - 1, problem);
    assertEquals("and 90 more", problem.substring(problem.lastIndexOf("; ") + 2));
  }

  @Test
  void valueOfAMapIsToldByItsKey() {
    assertEquals(2, orders.prices(Map.of("pen", 1, "ink", 2)));
    assertRefused(
        "Orders.prices: parameter 'prices[ink]' must be greater than 0",
        () -> orders.prices(Map.of("pen", 1, "ink", 0)));
  }

  @Test
  void parameterIsToldByItsNameOnTheWire() {
    assertEquals(7, orders.weigh(7));
    assertRefused("Orders.weigh: parameter 'grams' must be greater than 0", () -> orders.weigh(0));
  }

  @Test
  void asynchronousCallIsHeldToItToo() {
    CompletableFuture<String> refused = orders.placeLater(new Order(List.of()));
    assertRefused(
        "Orders.placeLater: parameter 'order.lines' must not be empty",
        () -> {
          throw assertThrows(CompletionException.class, refused::join).getCause();
        });
  }

  @Test
  void streamIsHeldToItBeforeItsFirstItem() {
    assertRefused(
        "Orders.lines: parameter 'order.lines' must not be empty",
        () -> orders.lines(new Order(List.of())));
    assertEquals("INVALID_ARGUMENT", OUTCOMES.poll());
    CompletableFuture<String> refused = new CompletableFuture<>();
    orders.follow(" ").subscribe(new FailureOf(refused));
    assertRefused(
        "Orders.follow: parameter 'customer' must not be blank",
        () -> {
          throw assertThrows(CompletionException.class, refused::join).getCause();
        });
  }

  @Test
  void itemsOfAStreamAreNotLookedAtAsResultsAreNot() {
    assertEquals(List.of(new Line("pen", 1), new Line("", 0)), orders.lines(GOOD).toList());
    assertRan("lines");
  }

  @Test
  void oneWayCallIsNotRunAndItsServerHearsWhy() throws Exception {
    orders.cancel(0);
    assertEquals("INVALID_ARGUMENT", OUTCOMES.poll(10, TimeUnit.SECONDS));
    orders.cancel(7);
    assertEquals("OK", OUTCOMES.poll(10, TimeUnit.SECONDS));
    assertRan("cancelled 7");
  }

  @Test
  void callerWithoutRightsLearnsNothingAboutConstraints() {
    Orders locked = new OrdersStub(stranger.channelTo("server"));
    RpcException refusal = assertThrows(RpcException.class, () -> locked.place("", GOOD));
    assertEquals(StatusCode.PERMISSION_DENIED, refusal.code());
  }

  @Test
  void lambdaIsHeldToTheConstraintsOfItsContract() {
    Half half = new HalfStub(client.channelTo("server"));
    assertEquals(2, half.half(4));
    assertRefused("Half.half: parameter 'number' must be greater than 0", () -> half.half(-2));
  }

  @Test
  void constraintThatNobodyCanCheckIsTheServersFault() {
    Odd odd = new OddStub(client.channelTo("server"));
    RpcException failure = assertThrows(RpcException.class, () -> odd.echo("word"));
    assertEquals(StatusCode.INTERNAL, failure.code());
    assertEquals(Executed.NO, failure.executed());
  }

  @Test
  void contradictionIsFoundWhenTheServiceIsMade() {
    Orders stricter =
        new Book() {
          @Override
          public void cancel(@Max(10) int number) {
            super.cancel(number);
          }
        };
    Validated validated = Validated.by(factory.getValidator());
    assertThrows(
        ConstraintDeclarationException.class,
        () -> validated.service(Orders.class, stricter, OrdersSkeleton::new));
  }

  @Test
  void constraintOnTheItemsOfAPublisherIsRefusedWhenTheServiceIsMade() {
    Orders picky =
        new Book() {
          @Override
          public Flow.Publisher<@NotBlank String> follow(String customer) {
            return super.follow(customer);
          }
        };
    Validated validated = Validated.by(factory.getValidator());
    assertThrows(
        ConstraintDeclarationException.class,
        () -> validated.service(Orders.class, picky, OrdersSkeleton::new));
  }

  @Test
  void exceptionOfTheImplementationIsNotAViolation() {
    RpcException failure = assertThrows(RpcException.class, () -> orders.place("nested", GOOD));
    assertEquals("of a nested call", failure.getMessage());
    assertEquals(Executed.YES, failure.executed());
    assertRan("nested");
  }
}
