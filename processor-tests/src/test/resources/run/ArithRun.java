package good;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.json.JsonMismatchException;
import io.callbox.processor.LoopbackChannel;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.Reply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

public final class ArithRun implements Callable<Void>, Arith {

  private final LoopbackChannel channel = new LoopbackChannel(new ArithSkeleton(this));
  private final Arith stub = new ArithStub(channel).withHeader("a", "b");
  private final ArithAsyncStub async = new ArithAsyncStub(channel).withTimeout(Duration.ofSeconds(1));
  private String logged = "";
  private boolean wasReset;

  @Override
  public Void call() throws Exception {
    assertEquals(56, stub.multiply(7, 8));
    assertEquals("{\"a\":7,\"b\":8}", channel.params());
    assertEquals("56", channel.answer());
    assertEquals(56, async.multiply(7, 8).join());
    assertEquals(49, stub.square(7));
    assertEquals(new Quotient(3, 1), stub.divide(10, 3));
    assertEquals("{\"quotient\":3,\"remainder\":1}", channel.answer());
    declaredException();
    assertEquals(new Quotient(3, 1), stub.divideLater(10, 3).join());
    assertNull(stub.warmUp().join());
    stub.log("hello");
    assertEquals("hello", logged);
    assertEquals("{\"text\":\"hello\"}", channel.params());
    async.log("again").join();
    assertEquals("again", logged);
    assertEquals(6, stub.sum(List.of(1, 2, 3)));
    stub.reset();
    assertTrue(wasReset);
    async.reset().join();
    assertNull(async.warmUp().join());
    toAll();
    descriptors();
    otherForms();
    return null;
  }

  private void declaredException() {
    var failure = assertThrows(DivideByZeroException.class, () -> stub.divide(1, 0));
    assertEquals("1 / 0", failure.getMessage());
    assertEquals(1, failure.dividend());
    assertEquals("{\"dividend\":1}", channel.answer());
    var later = assertThrows(CompletionException.class, () -> async.divide(2, 0).join());
    assertEquals(2, ((DivideByZeroException) later.getCause()).dividend());
  }

  private void toAll() {
    ArithAllStub all = new ArithAllStub(channel).withHeader("a", "b");
    assertEquals(List.of(new Reply<>("here", 56, null)), all.multiply(7, 8).await());
    Throwable failure = all.divide(3, 0).failures().get(0).failure();
    assertEquals(3, ((DivideByZeroException) failure).dividend());
    assertTrue(all.log("to all").first(1).get(0).succeeded());
    assertEquals("to all", logged);
  }

  private void descriptors() {
    assertEquals("Arith", ArithMarshaller.SERVICE.name());
    assertEquals(8, ArithMarshaller.SERVICE.methods().size());
    assertTrue(ArithMarshaller.FIBONACCI.idempotent());
    assertTrue(ArithMarshaller.LOG.oneWay());
    assertEquals(Duration.ofMillis(1500), ArithMarshaller.SUM_ALL.timeout());
    assertEquals(Duration.ofMinutes(2), ArithMarshaller.RESET.timeout());
    assertEquals("Arith.DivideByZeroException", ArithMarshaller.DIVIDE.exceptions().get(0).type());
  }

  private void otherForms() throws Exception {
    assertEquals(56, call(ArithMarshaller.MULTIPLY, "[7,8]"));
    assertEquals(56, call(ArithMarshaller.MULTIPLY, "{\"b\":8,\"c\":[{}],\"a\":7}"));
    assertNull(call(ArithMarshaller.RESET, "[]"));
    assertNull(call(ArithMarshaller.RESET, "{\"unknown\":{\"a\":[1]}}"));
    refused("b is missing", ArithMarshaller.MULTIPLY, "{\"a\":7}");
    refused("b is missing", ArithMarshaller.MULTIPLY, "[7]");
    refused("[2] is one too many: there are 2", ArithMarshaller.MULTIPLY, "[7,8,9]");
    refused("[0] is one too many: there are 0", ArithMarshaller.RESET, "[1]");
    refused("b must be an int, got \"x\"", ArithMarshaller.MULTIPLY, "{\"a\":7,\"b\":\"x\"}");
    refused("a must be an int, got null", ArithMarshaller.MULTIPLY, "{\"a\":null,\"b\":1}");
    refused("numbers[1] must be an int, got true", ArithMarshaller.SUM_ALL, "{\"numbers\":[1,true]}");
    refused("must be an object, got 1", ArithMarshaller.MULTIPLY, "1");
  }

  private Object call(MethodDescriptor<?> method, String params) throws Exception {
    try {
      return channel.call(method, params);
    } catch (Exception failure) {
      throw failure;
    } catch (Throwable error) {
      throw new AssertionError(error);
    }
  }

  private void refused(String message, MethodDescriptor<?> method, String params) {
    var refusal = assertThrows(JsonMismatchException.class, () -> call(method, params));
    assertEquals(message, refusal.getMessage());
  }

  @Override
  public int multiply(int a, int b) {
    return a * b;
  }

  @Override
  public Quotient divide(int a, int b) throws DivideByZeroException {
    if (b == 0) {
      throw new DivideByZeroException(a + " / 0", a);
    }
    return new Quotient(a / b, a % b);
  }

  @Override
  public long fibonacci(int n) {
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  }

  @Override
  public CompletableFuture<Quotient> divideLater(int a, int b) throws DivideByZeroException {
    return CompletableFuture.completedFuture(divide(a, b));
  }

  @Override
  public CompletableFuture<Void> warmUp() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void log(String line) {
    logged = line;
  }

  @Override
  public int sum(List<Integer> numbers) {
    return numbers.stream().mapToInt(number -> number).sum();
  }

  @Override
  public void reset() {
    wasReset = true;
  }
}
