package io.callbox.processor.validation;

import io.callbox.annotation.RemoteService;
import io.callbox.processor.reading.Contract;
import io.callbox.processor.reading.Mirrors;
import io.callbox.processor.reading.TypeForms;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Validates an annotated interface, and all types that it uses. */
public final class ServiceValidator {

  private static final int LONGEST_NAME = 512;
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*");

  private static final int MOST_METHODS = 1_500;

  private final Mirrors mirrors;
  private final boolean strict;

  /**
   * Validates interfaces of this compilation.
   *
   * @param strict whether warnings are errors
   */
  public ServiceValidator(Mirrors mirrors, boolean strict) {
    this.mirrors = mirrors;
    this.strict = strict;
  }

  /** Returns all problems of an interface. */
  public ValidationReport validate(Contract contract, TypeForms forms) {
    TypeElement element = contract.element();
    ValidationReport report = new ValidationReport(element, strict);
    if (element.getKind() != ElementKind.INTERFACE) {
      report.add(
          ProblemCode.NOT_AN_INTERFACE,
          element,
          element.getSimpleName()
              + " is not an interface; put @RemoteService on an interface, and implement that");
      return report;
    }
    validateDeclaration(element, report);
    validateName(contract, report);
    new WireNames(report).validate(contract);
    new LocalMethods(report).validate(contract);
    new AttachNames(report).validate(contract);
    new ForeignAnnotations(report).validate(element);
    validateNumber(contract, report);
    MethodValidator methods = new MethodValidator(mirrors, element, forms, report);
    contract.methods().forEach(methods::validate);
    return report;
  }

  private void validateDeclaration(TypeElement element, ValidationReport report) {
    if (!mirrors.isAccessible(element, element)) {
      report.add(
          ProblemCode.INACCESSIBLE_SERVICE,
          element,
          element.getSimpleName()
              + " is private, or within something private, where generated code cannot see it;"
              + " make it visible in its package");
    }
    if (element.getModifiers().contains(Modifier.SEALED)) {
      report.add(
          ProblemCode.SEALED_SERVICE,
          element,
          element.getSimpleName()
              + " is sealed, so that neither a stub nor who serves it may implement it; take the"
              + " modifier away");
    }
    if (!element.getTypeParameters().isEmpty()) {
      report.add(
          ProblemCode.GENERIC_SERVICE,
          element,
          element.getSimpleName()
              + " has type parameters, which a call cannot carry; write a remote interface that"
              + " extends it with its types filled in");
    }
  }

  /** Validates the number of methods. A class file can refer to at most 65,535 things. */
  private static void validateNumber(Contract contract, ValidationReport report) {
    if (contract.methods().size() > MOST_METHODS) {
      report.add(
          ProblemCode.TOO_MANY_MEMBERS,
          contract.element(),
          contract.element().getSimpleName()
              + " has more than "
              + MOST_METHODS
              + " methods, which is more than one class can call; make several services of it");
    }
  }

  private static void validateName(Contract contract, ValidationReport report) {
    String name = contract.wireName();
    if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
      report.add(
          ProblemCode.BAD_SERVICE_NAME,
          contract.element(),
          RemoteService.class,
          "'"
              + name
              + "' cannot be a service's name; use up to 512 letters, digits, '_', '-', and single"
              + " dots between them");
    } else if (name.equals("rpc") || name.startsWith("rpc.")) {
      report.add(
          ProblemCode.RESERVED_SERVICE_NAME,
          contract.element(),
          RemoteService.class,
          "'" + name + "' is reserved by JSON-RPC; choose a name that does not begin with rpc");
    }
  }
}
