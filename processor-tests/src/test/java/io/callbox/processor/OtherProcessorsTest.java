package io.callbox.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.concurrent.Callable;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lombok's and Immutables' real processors beside ours, in the same compilation. */
final class OtherProcessorsTest {

  private static final JavaFileObject LOMBOK =
      JavaFileObjects.forSourceString(
          "a.Shop",
          """
          package a;
          @io.callbox.annotation.RemoteService
          public interface Shop {
            Item item(Item value);
            Price price(Price value);
            @lombok.Data class Item { private String name; private int count; private java.util.List<Price> prices; }
            @lombok.Value class Price { java.math.BigDecimal amount; String currency; }
          }
          """);
  private static final JavaFileObject LOMBOK_RUN =
      JavaFileObjects.forSourceString(
          "a.Run",
          """
          package a;
          import static org.junit.jupiter.api.Assertions.assertEquals;
          import java.math.BigDecimal;
          import java.util.List;
          public final class Run implements java.util.concurrent.Callable<Void>, Shop {
            public Item item(Item value) { return value; }
            public Price price(Price value) { return value; }
            public Void call() {
              var channel = new io.callbox.processor.LoopbackChannel(new ShopSkeleton(this));
              Item item = new Item();
              item.setName("pen");
              item.setCount(3);
              item.setPrices(List.of(new Price(new BigDecimal("1.50"), "EUR")));
              assertEquals(item, new ShopStub(channel).item(item));
              assertEquals(
                  "{\\"value\\":{\\"name\\":\\"pen\\",\\"count\\":3,\\"prices\\":[{\\"amount\\":1.50,\\"currency\\":\\"EUR\\"}]}}",
                  channel.params());
              return null;
            }
          }
          """);
  private static final JavaFileObject IMMUTABLES =
      JavaFileObjects.forSourceString(
          "a.Shop",
          """
          package a;
          import org.immutables.value.Value;
          import com.fasterxml.jackson.databind.annotation.*;
          @io.callbox.annotation.RemoteService
          public interface Shop {
            Item item(Item value);
            ImmutablePoint point(ImmutablePoint value);
            @Value.Immutable
            @JsonSerialize(as = ImmutableItem.class)
            @JsonDeserialize(as = ImmutableItem.class)
            interface Item { String name(); int count(); java.util.Optional<String> note(); }
            @Value.Immutable
            @JsonSerialize
            @JsonDeserialize
            interface Point { int x(); int y(); }
          }
          """);
  private static final JavaFileObject IMMUTABLES_RUN =
      JavaFileObjects.forSourceString(
          "a.Run",
          """
          package a;
          import static org.junit.jupiter.api.Assertions.assertEquals;
          public final class Run implements java.util.concurrent.Callable<Void>, Shop {
            public Item item(Item value) { return value; }
            public ImmutablePoint point(ImmutablePoint value) { return value; }
            public Void call() {
              var channel = new io.callbox.processor.LoopbackChannel(new ShopSkeleton(this));
              Item item = ImmutableItem.builder().name("pen").count(3).build();
              assertEquals(item, new ShopStub(channel).item(item));
              assertEquals(
                  "{\\"value\\":{\\"name\\":\\"pen\\",\\"count\\":3,\\"note\\":null}}", channel.params());
              ImmutablePoint point = ImmutablePoint.builder().x(1).y(2).build();
              assertEquals(point, new ShopStub(channel).point(point));
              return null;
            }
          }
          """);

  private static final JavaFileObject AUTO_VALUE =
      JavaFileObjects.forSourceString(
          "a.Shop",
          """
          package a;
          import com.google.auto.value.AutoValue;
          import com.fasterxml.jackson.annotation.*;
          @io.callbox.annotation.RemoteService
          public interface Shop {
            Item item(Item value);
            Point point(Point value);
            @AutoValue
            abstract class Item {
              @JsonProperty("name") public abstract String name();
              public abstract int getCount();
              @JsonCreator
              public static Item of(@JsonProperty("name") String name, @JsonProperty("count") int count) {
                return new AutoValue_Shop_Item(name, count);
              }
            }
            @AutoValue
            abstract class Point {
              @JsonProperty("left") abstract int x();
              @JsonCreator
              static Point of(@JsonProperty("left") int x) { return new AutoValue_Shop_Point(x); }
            }
          }
          """);
  private static final JavaFileObject AUTO_VALUE_RUN =
      JavaFileObjects.forSourceString(
          "a.Run",
          """
          package a;
          import static org.junit.jupiter.api.Assertions.assertEquals;
          public final class Run implements java.util.concurrent.Callable<Void>, Shop {
            public Item item(Item value) { return value; }
            public Point point(Point value) { return value; }
            public Void call() {
              var channel = new io.callbox.processor.LoopbackChannel(new ShopSkeleton(this));
              Item item = Item.of("pen", 3);
              assertEquals(item, new ShopStub(channel).item(item));
              assertEquals("{\\"value\\":{\\"name\\":\\"pen\\",\\"count\\":3}}", channel.params());
              Point point = Point.of(7);
              assertEquals(point, new ShopStub(channel).point(point));
              assertEquals("{\\"value\\":{\\"left\\":7}}", channel.params());
              return null;
            }
          }
          """);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void classesOfAutoValueAreMadeByTheirCreators(boolean autoValueFirst) throws Exception {
    Processor autoValue = processor("com.google.auto.value.processor.AutoValueProcessor");
    Processor ours = new RemoteServiceProcessor();
    Compilation compilation =
        javac()
            .withOptions("-parameters")
            .withProcessors(autoValueFirst ? List.of(autoValue, ours) : List.of(ours, autoValue))
            .compile(AUTO_VALUE, AUTO_VALUE_RUN);
    run(compilation);
    assertThat(compilation)
        .hadWarningContaining("RPC034: value is Point, which has @JsonProperty on x");
    assertThat(compilation).hadWarningCount(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void lomboksClassesAreSeenWithWhatItAdds(boolean lombokFirst) throws Exception {
    Processor lombok = processor("lombok.launch.AnnotationProcessorHider$AnnotationProcessor");
    Processor ours = new RemoteServiceProcessor();
    run(
        javac()
            .withOptions("-parameters", "-Acallbox.strict=true")
            .withProcessors(lombokFirst ? List.of(lombok, ours) : List.of(ours, lombok))
            .compile(LOMBOK, LOMBOK_RUN));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void classesThatImmutablesMakesAreWaitedFor(boolean immutablesFirst) throws Exception {
    Processor immutables = processor("org.immutables.processor.ProxyProcessor");
    Processor ours = new RemoteServiceProcessor();
    Compilation compilation =
        javac()
            .withOptions("-parameters")
            .withProcessors(immutablesFirst ? List.of(immutables, ours) : List.of(ours, immutables))
            .compile(IMMUTABLES, IMMUTABLES_RUN);
    run(compilation);
    assertThat(compilation)
        .hadWarningContaining("RPC034: value is Item, which has @JsonDeserialize");
  }

  private static void run(Compilation compilation) throws Exception {
    assertThat(compilation).succeeded();
    Class<?> run = GeneratedCode.load(compilation).loadClass("a.Run");
    ((Callable<?>) run.getDeclaredConstructor().newInstance()).call();
  }

  private static Processor processor(String name) throws Exception {
    var constructor = Class.forName(name).getDeclaredConstructor();
    constructor.setAccessible(true);
    return (Processor) constructor.newInstance();
  }
}
