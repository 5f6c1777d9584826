package io.callbox.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.model.GeneratedNames;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.ServiceModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes {@code XSkeleton}: a switch on the method's name that calls the implementation. */
public final class SkeletonWriter {

  private static final String PARAMETERS =
      Heads.of(Library.METHOD + "<?> method", Library.PARSER + " in") + Heads.THROWS_IO;

  private final ServiceModel service;
  private final ClassName contract;
  private final ClassName marshaller;
  private final GeneratedNames names;
  private final InvocationCode invocations;
  private final Rows rows = new Rows();
  private final Row row = rows.begin();

  /** Writes the skeleton of a service. */
  public SkeletonWriter(ServiceModel service, GeneratedNames names) {
    this.service = service;
    this.contract = JavaTypes.of(service.name());
    this.marshaller = JavaTypes.of(service.marshaller());
    this.names = names;
    this.invocations = new InvocationCode(marshaller, names);
  }

  /** The whole class. */
  public Draft write() {
    TypeSpec.Builder skeleton =
        TypeSpec.classBuilder(JavaTypes.of(service.skeleton()))
            .addModifiers(Modifier.FINAL)
            .addSuperinterface(Library.SKELETON)
            .addJavadoc("Serves a {@link $T} to remote callers.\n", contract)
            .addField(contract, "implementation", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(constructor())
            .addMethod(descriptor());
    addReading();
    service.methods().forEach(method -> invocations.add(method, row));
    skeleton.addMethod(row.methods());
    if (service.setting().isPublic()) {
      skeleton.addModifiers(Modifier.PUBLIC);
    }
    return new Draft(skeleton.build(), rows);
  }

  private MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("Calls go to {@code implementation}, many at a time.\n")
        .addParameter(contract, "implementation")
        .addStatement("this.implementation = implementation")
        .build();
  }

  private MethodSpec descriptor() {
    return MethodSpec.methodBuilder("descriptor")
        .addAnnotation(Library.OVERRIDE)
        .addModifiers(Modifier.PUBLIC)
        .returns(Library.SERVICE)
        .addStatement("return $T.$L", marshaller, names.service())
        .build();
  }

  /** One method with a switch, and as many more as the methods of the service take. */
  private void addReading() {
    List<List<MethodModel>> chunks = Chunks.of(service.methods());
    for (int at = 0; at < chunks.size(); at++) {
      String otherwise =
          at + 1 < chunks.size()
              ? Chunks.method("read", at + 1) + "(method, in)"
              : "throw " + Library.SERVER_CALLS + ".unimplemented(method)";
      String open = at == 0 ? "@" + Library.OVERRIDE + "\npublic " : "private ";
      row.next()
          .add(0, open + Library.INVOCATION + ' ' + Chunks.method("read", at) + PARAMETERS)
          .add(1, read(chunks.get(at), otherwise))
          .add(0, "}\n");
    }
  }

  private String read(List<MethodModel> some, String otherwise) {
    if (some.isEmpty()) {
      return otherwise + ";\n";
    }
    StringBuilder branches = new StringBuilder("return switch (method.name()) {\n");
    for (MethodModel method : some) {
      String name = TextLiteral.text(method.wireName());
      String branch = invocations.branch(method);
      branches.append("  case ").append(name).append(" -> ").append(branch).append(";\n");
    }
    return branches.append("  default -> ").append(otherwise).append(";\n};\n").toString();
  }
}
