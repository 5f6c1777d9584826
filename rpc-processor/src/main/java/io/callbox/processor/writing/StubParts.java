package io.callbox.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.model.ArrayShape;
import io.callbox.processor.model.GeneratedNames;
import io.callbox.processor.model.JavaName;
import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.ServiceModel;
import java.time.Duration;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the common parts of a service's stubs: fields, constructors, copies, and the calls. For
 * one stub, and one thread.
 */
final class StubParts {

  private static final String OVERRIDE = "@" + Library.OVERRIDE + '\n';
  private static final String UNCHECKED =
      "@" + Marked.of(SuppressWarnings.class) + "(\"unchecked\")\n";

  private final ServiceModel service;
  private final GeneratedNames names;
  private final ClassName stub;
  private final ClassName marshaller;
  private final Rows rows = new Rows();
  private final Row calls = rows.begin();

  /**
   * Parts of a stub.
   *
   * @param names what the marshaller calls what it has for the stub
   */
  StubParts(ServiceModel service, GeneratedNames names, JavaName stub) {
    this.service = service;
    this.names = names;
    this.stub = JavaTypes.of(stub);
    this.marshaller = JavaTypes.of(service.marshaller());
  }

  TypeSpec.Builder begin() {
    return begin(Library.OPTIONS, "A copy whose calls end after this time.\n");
  }

  /**
   * The same for calls that have options of this type.
   *
   * @param timeoutSays what is said of a copy with a timeout
   */
  TypeSpec.Builder begin(ClassName options, String timeoutSays) {
    TypeSpec.Builder type = TypeSpec.classBuilder(stub).addModifiers(Modifier.FINAL);
    if (service.setting().isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    return type.addField(Library.CHANNEL, "channel", Modifier.PRIVATE, Modifier.FINAL)
        .addField(options, "options", Modifier.PRIVATE, Modifier.FINAL)
        .addMethod(
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Calls go through {@code channel}.\n")
                .addParameter(Library.CHANNEL, "channel")
                .addStatement("this(channel, $T.DEFAULT)", options)
                .build())
        .addMethod(
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Library.CHANNEL, "channel")
                .addParameter(options, "options")
                .addStatement("this.channel = channel")
                .addStatement("this.options = options")
                .build())
        .addMethod(withTimeout(timeoutSays))
        .addMethod(withHeader());
  }

  private MethodSpec withTimeout(String says) {
    return MethodSpec.methodBuilder("withTimeout")
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(says)
        .addParameter(Marked.of(Duration.class), "timeout")
        .returns(stub)
        .addStatement("return new $T(channel, options.withTimeout(timeout))", stub)
        .build();
  }

  private MethodSpec withHeader() {
    return MethodSpec.methodBuilder("withHeader")
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("A copy whose calls carry this header.\n")
        .addParameter(Library.STRING, "name")
        .addParameter(Library.STRING, "value")
        .returns(stub)
        .addStatement("return new $T(channel, options.withHeader(name, value))", stub)
        .build();
  }

  /** Adds the method that calls a method, and returns this. */
  void add(MethodModel method, String returned, String how) {
    add(method, "", returned, how, "");
  }

  /** Adds the method that implements a method, and returns this. */
  void addOverride(MethodModel method, String returned, String how) {
    List<String> thrown =
        method.exceptions().stream().map(each -> TypeText.of(each.type())).toList();
    add(method, OVERRIDE, returned, how, Heads.thrown(thrown));
  }

  private void add(
      MethodModel method, String override, String returned, String how, String thrown) {
    boolean varargs = method.traits().varargs();
    String parameters = Heads.declared(method.parameters(), varargs);
    String head = "public " + returned + ' ' + method.name() + parameters + thrown + " {\n";
    String call = descriptor(method) + '.' + how + "(\n    channel," + FilledText.SPACE;
    String rest = arguments(method) + ',' + FilledText.SPACE + "options);\n";
    calls
        .next()
        .add(0, (pollutesHeap(method) ? UNCHECKED : "") + override + head)
        .add(1, (returned.equals("void") ? "" : "return ") + call + rest)
        .add(0, "}\n");
  }

  /** Adds a method, as whole lines. */
  void add(String lines) {
    calls.next().add(0, lines);
  }

  /** The whole class, with what was added at its end. */
  Draft draft(TypeSpec.Builder type) {
    if (!calls.isEmpty()) {
      type.addMethod(calls.methods());
    }
    return new Draft(type.build(), rows);
  }

  /** Compilers warn of generic arrays where a method is declared that takes many of a type. */
  private static boolean pollutesHeap(MethodModel method) {
    List<MemberModel> parameters = method.parameters();
    return method.traits().varargs()
        && parameters.get(parameters.size() - 1).shape() instanceof ArrayShape array
        && JavaTypes.isGeneric(array.component());
  }

  /** The constant that describes a method. */
  String descriptor(MethodModel method) {
    return marshaller + "." + names.constant(method);
  }

  private String arguments(MethodModel method) {
    return method.parameters().isEmpty()
        ? Library.PARAMS_WRITER + ".NONE"
        : marshaller
            + ".paramsOf"
            + names.call(method)
            + '('
            + Lines.variables(method.parameters())
            + ')';
  }
}
