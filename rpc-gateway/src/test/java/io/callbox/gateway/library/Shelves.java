package io.callbox.gateway.library;

import io.callbox.rpc.CallContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A library with one book, that says who came. */
public final class Shelves implements Library {

  /** How many calls of {@link #wait(int)} were interrupted. */
  public final AtomicInteger interrupted = new AtomicInteger();

  /** How many of them run. */
  public final AtomicInteger waiting = new AtomicInteger();

  /** How often {@link #count} was begun. */
  public final AtomicInteger counts = new AtomicInteger();

  /** How many streams of {@link #browse} have ended. */
  public final AtomicInteger browsed = new AtomicInteger();

  /** How many streams of {@link #arrivals} were cancelled. */
  public final AtomicInteger abandoned = new AtomicInteger();

  private final List<String> notes = new CopyOnWriteArrayList<>();

  @Override
  public Book find(int number) throws UnknownBookException {
    if (number != 1) {
      throw new UnknownBookException("no book has the number " + number, number);
    }
    return new Book(1, "The <Art> of \"Queues\"");
  }

  @Override
  public Part arrange(Part part, @Nullable String note) {
    return new Part.Row(List.of(part, new Part.Single(new Book(2, String.valueOf(note)))));
  }

  @Override
  public String wait(int millis) throws InterruptedException {
    waiting.incrementAndGet();
    try {
      Thread.sleep(millis);
      return String.valueOf(CallContext.current());
    } catch (InterruptedException gaveUp) {
      interrupted.incrementAndGet();
      throw gaveUp;
    } finally {
      waiting.decrementAndGet();
    }
  }

  @Override
  public String count(int to) throws InterruptedException {
    counts.incrementAndGet();
    for (int done = 1; done <= to; done++) {
      CallContext call = CallContext.current();
      if (call != null) {
        call.progress(done, to, "counting");
      }
      Thread.sleep(900);
    }
    return "counted to " + to;
  }

  @Override
  public BigDecimal same(BigDecimal number) {
    return number;
  }

  @Override
  public Map<String, String> caller() {
    CallContext call = CallContext.current();
    Map<String, String> said = new TreeMap<>();
    if (call != null) {
      said.putAll(call.headers());
      said.put("from", String.valueOf(call.from()));
      said.put("deadline", String.valueOf(call.deadline()));
    }
    return said;
  }

  @Override
  public void note(String text) {
    notes.add(text);
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public Stream<Book> browse(int books, boolean burnt) {
    return IntStream.range(0, books)
        .mapToObj(
            number -> {
              if (burnt && number == books - 1) {
                throw new IllegalStateException("it is burnt");
              }
              return new Book(number, "Number " + number);
            })
        .onClose(browsed::incrementAndGet);
  }

  @Override
  public Flow.Publisher<Book> arrivals() {
    return reader ->
        reader.onSubscribe(
            new Flow.Subscription() {
              @Override
              public void request(long books) {}

              @Override
              public void cancel() {
                abandoned.incrementAndGet();
              }
            });
  }

  @Override
  public int broken() {
    throw new IllegalStateException("a shelf fell down");
  }
}
