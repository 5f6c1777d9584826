package io.callbox.processor.validation;

import com.google.auto.common.MoreTypes;
import io.callbox.processor.reading.ConstructorArgument;
import io.callbox.processor.reading.ContractMethod;
import io.callbox.processor.reading.Mirrors;
import io.callbox.processor.reading.RebuildableExceptions;
import io.callbox.processor.reading.TypeForms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Validates {@code throws} clauses: each class in one must be rebuildable on the caller's side. */
final class ExceptionValidator {

  private static final Set<String> TOO_BROAD =
      Set.of(
          "java.lang.Throwable",
          "java.lang.Exception",
          "java.lang.RuntimeException",
          "java.lang.Error",
          "java.rmi.RemoteException");

  private final Mirrors mirrors;
  private final TypeElement service;
  private final ValidationReport report;
  private final RebuildableExceptions rebuildable;
  private final TypeValidator types;
  private final ForeignAnnotations annotations;

  ExceptionValidator(
      Mirrors mirrors, TypeElement service, TypeForms forms, ValidationReport report) {
    this.mirrors = mirrors;
    this.service = service;
    this.report = report;
    this.rebuildable = new RebuildableExceptions(mirrors);
    this.types = new TypeValidator(mirrors, service, forms, report);
    this.annotations = new ForeignAnnotations(report);
  }

  void validate(ContractMethod method) {
    Map<String, TypeElement> byId = new HashMap<>();
    for (TypeMirror thrown : method.type().getThrownTypes()) {
      if (thrown.getKind() == TypeKind.DECLARED) {
        TypeElement type = MoreTypes.asTypeElement(thrown);
        validate(type, method);
        validateId(byId.put(mirrors.nameOf(type).dotted(), type), type, method);
      } else if (thrown.getKind() == TypeKind.ERROR) {
        report.undecided();
      }
    }
  }

  private void validate(TypeElement type, ContractMethod method) {
    if (isNeitherExceptionNorError(type)) {
      report.add(
          ProblemCode.BROAD_EXCEPTION,
          method.element(),
          method.name()
              + " throws "
              + type.getSimpleName()
              + ", which is neither an Exception nor an Error; let it extend one of them");
      return;
    }
    if (TOO_BROAD.contains(type.getQualifiedName().toString())) {
      report.add(
          ProblemCode.BROAD_EXCEPTION,
          method.element(),
          method.name()
              + " throws "
              + type.getSimpleName()
              + ", which may be anything; declare the exceptions that callers are to tell apart:"
              + " all others reach them as RpcException anyway");
      return;
    }
    Optional<List<ConstructorArgument>> arguments = rebuildable.arguments(type, service);
    if (arguments.isEmpty() || !mirrors.isAccessible(type, service)) {
      report.add(ProblemCode.UNREBUILDABLE_EXCEPTION, method.element(), cannotBeRebuilt(type));
      return;
    }
    for (ConstructorArgument argument : arguments.get()) {
      if (argument instanceof ConstructorArgument.Field field) {
        field.declarations().forEach(each -> annotations.validate(each, type, method));
        types.validate(
            field.type(),
            new Place(method.element(), type.getSimpleName() + "." + field.accessor()));
      }
    }
  }

  private boolean isNeitherExceptionNorError(TypeElement type) {
    return !type.getQualifiedName().contentEquals("java.lang.Throwable")
        && !mirrors.isSubtypeOf(type.asType(), "java.lang.Exception")
        && !mirrors.isSubtypeOf(type.asType(), "java.lang.Error");
  }

  private static String cannotBeRebuilt(TypeElement type) {
    String name = type.getSimpleName().toString();
    return name
        + " cannot be rebuilt on the caller's side; give it a constructor that this package can"
        + " see, "
        + name
        + "(String message) for example, that throws nothing checked, and of which each parameter"
        + " is called message (a String), is called cause (a Throwable), or has an accessor of the"
        + " same name and type"
        + (RebuildableExceptions.hasLostNames(type)
            ? "; the names were lost when it was compiled: compile it with -parameters"
            : "");
  }

  private void validateId(@Nullable TypeElement other, TypeElement type, ContractMethod method) {
    if (other != null && !other.equals(type)) {
      report.add(
          ProblemCode.DUPLICATE_EXCEPTION,
          method.element(),
          method.name()
              + " throws two exceptions called "
              + type.getSimpleName()
              + ", which callers could not tell apart; rename one of them");
    }
  }
}
