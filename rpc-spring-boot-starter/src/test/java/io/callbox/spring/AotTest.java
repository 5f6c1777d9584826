package io.callbox.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.reflection;

import io.callbox.spring.example.contract.Prices;
import io.callbox.spring.example.contract.PricesSkeleton;
import io.callbox.spring.example.contract.ShopStub;
import io.callbox.spring.example.contract.Stock;
import io.callbox.spring.example.contract.StockAsyncStub;
import io.callbox.spring.example.contract.StockStub;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

/** An application that is compiled ahead of time needs no hint by hand. */
final class AotTest {

  private final InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();

  @Test
  void generatedClassesOfServedAndAskedServicesAreHinted() {
    RuntimeHints hints = process(Application.class);
    assertThat(List.of(PricesSkeleton.class, StockStub.class, StockAsyncStub.class))
        .allSatisfy(type -> assertThat(constructorsOf(type)).accepts(hints));
  }

  @Test
  void importedStubsAreCompiledInAndTheirSearchIsNot() {
    RuntimeHints hints = process(Importing.class);
    assertThat(constructorsOf(ShopStub.class)).accepts(hints);
    assertThat(files.getGeneratedFiles(Kind.SOURCE).keySet())
        .anyMatch(name -> name.contains("StubFactoryBean"))
        .noneMatch(name -> name.contains("ImportedStubs"));
  }

  @Configuration(proxyBeanMethods = false)
  @Import(CallboxAutoConfiguration.class)
  static class Application {

    @Bean
    Prices prices() {
      return article -> 100;
    }

    @Bean
    String asking(Stock stock) {
      return stock.toString();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(CallboxAutoConfiguration.class)
  @ImportRemoteServices(basePackages = "io.callbox.spring.example.contract")
  static class Importing {}

  private RuntimeHints process(Class<?> application) {
    DefaultGenerationContext generation =
        new DefaultGenerationContext(
            new ClassNameGenerator(ClassName.get("io.callbox.spring", "Compiled")), files);
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.register(application);
    new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
    generation.writeGeneratedContent();
    return generation.getRuntimeHints();
  }

  private static Predicate<RuntimeHints> constructorsOf(Class<?> type) {
    return reflection()
        .onType(type)
        .withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
  }
}
