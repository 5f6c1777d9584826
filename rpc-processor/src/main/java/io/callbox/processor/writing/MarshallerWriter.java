package io.callbox.processor.writing;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
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
  private final MemberConstants constants;

  /** Writes the marshaller of a service; for one use. */
  public MarshallerWriter(ServiceModel service) {
    this.service = service;
    this.scope = new MarshallerScope(service);
    this.constants = new MemberConstants(scope);
  }

  /** The whole class. */
  public TypeSpec write() {
    TypeSpec.Builder methods = TypeSpec.classBuilder(scope.self());
    addMethods(methods);
    TypeSpec.Builder marshaller =
        TypeSpec.classBuilder(scope.self())
            .addModifiers(Modifier.FINAL)
            .addJavadoc("Writes and reads what {@link $T} sends.\n", JavaTypes.of(service.name()));
    addConstants(marshaller);
    TypeSpec body = methods.build();
    return marshaller
        .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .addMethods(body.methodSpecs())
        .addTypes(body.typeSpecs())
        .build();
  }

  private void addMethods(TypeSpec.Builder methods) {
    ParamsWriter params = new ParamsWriter(scope);
    ResultWriter results = new ResultWriter(scope);
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

  /** Writing one of these methods may ask for more. */
  private void addRequested(TypeSpec.Builder methods) {
    ElementsWriter elements = new ElementsWriter(scope);
    for (Optional<Request> next = scope.nextRequest();
        next.isPresent();
        next = scope.nextRequest()) {
      methods.addMethod(elements.write(next.get()));
    }
  }

  /** In the order in which they need each other. */
  private void addConstants(TypeSpec.Builder marshaller) {
    ExceptionWriter exceptions = new ExceptionWriter(scope);
    DescriptorWriter descriptors = new DescriptorWriter(service, scope);
    marshaller.addFields(constants.of(service));
    service.exceptions().forEach(exception -> marshaller.addField(exceptions.constant(exception)));
    service.methods().forEach(method -> marshaller.addField(descriptors.method(method)));
    marshaller.addField(descriptors.service());
  }
}
