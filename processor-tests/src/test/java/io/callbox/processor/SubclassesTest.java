package io.callbox.processor;

import com.google.testing.compile.JavaFileObjects;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Values of subclasses travel whole or not at all. */
final class SubclassesTest {

  private static final JavaFileObject CONTRACT =
      JavaFileObjects.forSourceString(
          "a.Zoo",
          """
          package a;
          import com.fasterxml.jackson.annotation.*;
          @io.callbox.annotation.RemoteService
          public interface Zoo {
            Base base(Base value);
            Made made(Made value);
            Text text(Text value);
            Animal animal(Animal value);
            class Base { public int x = 1; }
            class More extends Base { public int y = 2; }
            class Made {
              private final int x;
              @JsonCreator public Made(@JsonProperty("x") int x) { this.x = x; }
              public int getX() { return x; }
            }
            class Text {
              @JsonValue public final String text;
              public Text(String text) { this.text = text; }
            }
            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
            @JsonSubTypes({
              @JsonSubTypes.Type(value = Dog.class, name = "dog"),
              @JsonSubTypes.Type(value = Poodle.class, name = "poodle")})
            interface Animal {}
            class Dog implements Animal { public int age = 3; }
            class Poodle extends Dog { public int curls = 100; }
          }
          """);
  private static final JavaFileObject RUN =
      JavaFileObjects.forSourceString(
          "a.Run",
          """
          package a;
          import static org.junit.jupiter.api.Assertions.*;
          public final class Run implements java.util.concurrent.Callable<Void>, Zoo {
            public Base base(Base value) { return value; }
            public Made made(Made value) { return value; }
            public Text text(Text value) { return value; }
            public Animal animal(Animal value) { return value; }
            public Void call() {
              var channel = new io.callbox.processor.LoopbackChannel(new ZooSkeleton(this));
              Zoo zoo = new ZooStub(channel);
              assertEquals(1, zoo.base(new Base()).x);
              Throwable refused =
                  assertThrows(IllegalArgumentException.class, () -> zoo.base(new More()));
              assertEquals(
                  "a.Zoo$More extends a.Zoo$Base, and what it adds would be lost; pass a Base, or let"
                      + " the contract name a sealed type of which both are subtypes",
                  refused.getMessage());
              assertThrows(IllegalArgumentException.class, () -> zoo.made(new Made(1) {}));
              assertThrows(IllegalArgumentException.class, () -> zoo.text(new Text("a") {}));
              assertEquals(3, ((Dog) zoo.animal(new Dog())).age);
              assertEquals(100, ((Poodle) zoo.animal(new Poodle())).curls);
              assertThrows(IllegalArgumentException.class, () -> zoo.animal(new Poodle() {}));
              return null;
            }
          }
          """);

  @Test
  void areRefusedUnlessTheContractNamesThem() throws Exception {
    GeneratedCode.run("a.Run", CONTRACT, RUN);
  }
}
