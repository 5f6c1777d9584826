package io.callbox.processor.validation;

import io.callbox.annotation.Param;
import io.callbox.annotation.RemoteMethod;
import io.callbox.processor.reading.Contract;
import io.callbox.processor.reading.ContractMethod;
import io.callbox.processor.reading.Enclosing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;

/** Validates the names of methods and parameters on the wire. */
final class WireNames {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]+");

  private final ValidationReport report;

  WireNames(ValidationReport report) {
    this.report = report;
  }

  void validate(Contract contract) {
    Map<String, ContractMethod> byName = new HashMap<>();
    for (ContractMethod method : contract.methods()) {
      validateForm(method);
      ContractMethod other = byName.putIfAbsent(method.wireName(), method);
      if (other != null) {
        validateDistinct(method, other);
      }
      validateParameters(method);
    }
  }

  private void validateForm(ContractMethod method) {
    if (!NAME.matcher(method.wireName()).matches()) {
      report.add(
          ProblemCode.BAD_METHOD_NAME,
          method.element(),
          RemoteMethod.class,
          "'"
              + method.wireName()
              + "' cannot be a method's name on the wire; use letters, digits, '_' and '-' in"
              + " @RemoteMethod(name = …)");
    }
  }

  private void validateDistinct(ContractMethod method, ContractMethod other) {
    String name = method.wireName();
    String remedy = "; give one of them another name with @RemoteMethod(name = …)";
    if (!method.name().equals(other.name())) {
      report.add(
          ProblemCode.DUPLICATE_METHOD_NAME,
          method.element(),
          "'" + name + "' is what " + other.name() + " is called on the wire already" + remedy);
    } else if (method.type().getParameterTypes().toString().equals(parametersOf(other))) {
      report.add(
          ProblemCode.AMBIGUOUS_METHOD,
          method.element(),
          name
              + " is inherited from "
              + ownerOf(other)
              + " and from "
              + ownerOf(method)
              + "; declare it in the remote interface itself");
    } else {
      report.add(
          ProblemCode.OVERLOAD,
          method.element(),
          "there is another method " + name + ", and calls only say the name" + remedy);
    }
  }

  private static String parametersOf(ContractMethod method) {
    return method.type().getParameterTypes().toString();
  }

  private static Element ownerOf(ContractMethod method) {
    return Enclosing.of(method.element());
  }

  private void validateParameters(ContractMethod method) {
    Set<String> names = new HashSet<>();
    for (ContractMethod.Parameter parameter : method.parameters()) {
      if (parameter.nameUnknown()) {
        report.add(
            ProblemCode.UNKNOWN_PARAMETER_NAME,
            parameter.element(),
            "the name of parameter "
                + (parameter.index() + 1)
                + " of "
                + method.name()
                + " was lost when its interface was compiled; compile that with -parameters, or"
                + " name it with @Param");
      } else if (parameter.wireName().isBlank()) {
        report.add(
            ProblemCode.BAD_PARAMETER_NAME,
            parameter.element(),
            Param.class,
            "a parameter's name cannot be empty; leave @Param out to use its Java name");
      } else if (!names.add(parameter.wireName())) {
        report.add(
            ProblemCode.DUPLICATE_PARAMETER_NAME,
            parameter.element(),
            Param.class,
            "another parameter of "
                + method.name()
                + " is called '"
                + parameter.wireName()
                + "' already; choose another name");
      }
    }
  }
}
