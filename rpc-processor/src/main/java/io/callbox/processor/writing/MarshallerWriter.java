package io.callbox.processor.writing;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.model.GeneratedNames;
import io.callbox.processor.model.ServiceModel;
import io.callbox.processor.writing.MarshallerScope.Request;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code XMarshaller}: for each method its parameters and result, for each declared
 * exception and each type of the user's its members, and the constants that all of them need.
 */
public final class MarshallerWriter {

  private final ServiceModel service;
  private final MarshallerScope scope;
  private final ResultWriter results;

  /**
   * Writes the marshaller of a service; for one use.
   *
   * @param names by which the service's other classes refer to it
   */
  public MarshallerWriter(ServiceModel service, GeneratedNames names) {
    this.service = service;
    this.scope = new MarshallerScope(service, names);
    this.results = new ResultWriter(scope);
  }

  /** Writes the whole class. */
  public TypeSpec write() {
    TypeSpec.Builder methods = TypeSpec.classBuilder(scope.self());
    addMethods(methods);
    TypeSpec.Builder marshaller =
        TypeSpec.classBuilder(scope.self())
            .addModifiers(Modifier.FINAL)
            .addJavadoc("Writes and reads what {@link $T} sends.\n", JavaTypes.of(service.name()));
    Constants constants = new Constants(marshaller);
    addConstants(constants);
    TypeSpec body = methods.build();
    marshaller
        .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .addMethods(body.methodSpecs())
        .addTypes(body.typeSpecs());
    constants.finish();
    return marshaller.build();
  }

  private void addMethods(TypeSpec.Builder methods) {
    ParamsWriter params = new ParamsWriter(scope);
    ExceptionWriter exceptions = new ExceptionWriter(scope);
    DefinitionWriter definitions = new DefinitionWriter(scope);
    service
        .methods()
        .forEach(
            method -> {
              params.addTo(methods, method);
              results.addTo(methods, method);
            });
    service.exceptions().forEach(exception -> exceptions.addTo(methods, exception));
    service.definitions().forEach(definition -> definitions.addTo(methods, definition));
    addRequested(methods);
  }

  /** Adds the requested methods. While it writes one of them, others may be requested. */
  private void addRequested(TypeSpec.Builder methods) {
    ElementsWriter elements = new ElementsWriter(scope);
    for (Optional<Request> next = scope.nextRequest();
        next.isPresent();
        next = scope.nextRequest()) {
      methods.addMethod(elements.write(next.get()));
    }
  }

  /** Adds the constants, in the order in which they need each other. */
  private void addConstants(Constants constants) {
    ExceptionWriter exceptions = new ExceptionWriter(scope);
    new MemberConstants(scope, constants).add(service);
    service.exceptions().forEach(exception -> exceptions.addTo(constants, exception));
    results.addTo(constants);
    new DescriptorWriter(service, scope).addTo(constants);
  }
}
