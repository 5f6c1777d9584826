package io.callbox.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.contract.compare.Change;
import io.callbox.contract.compare.Difference;
import io.callbox.contract.compare.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * A report as a SARIF log of one run: a rule for each kind of change, a result for each difference.
 */
final class ReportSarif {

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final JsonGenerator out;
  private final CheckReport report;
  private final String location;

  private ReportSarif(JsonGenerator out, CheckReport report, String location) {
    this.out = out;
    this.report = report;
    this.location = location;
  }

  static String of(CheckReport report, String location) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = ReportJson.FACTORY.createGenerator(text).useDefaultPrettyPrinter()) {
      new ReportSarif(out, report, location).write();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // writes only to memory
    }
    return text.toString();
  }

  private void write() throws IOException {
    out.writeStartObject();
    out.writeStringField("$schema", SCHEMA);
    out.writeStringField("version", "2.1.0");
    out.writeArrayFieldStart("runs");
    out.writeStartObject();
    writeTool();
    out.writeArrayFieldStart("results");
    for (Judged each : report.judged()) {
      writeResult(each);
    }
    out.writeEndArray();
    out.writeEndObject();
    out.writeEndArray();
    out.writeEndObject();
  }

  private void writeTool() throws IOException {
    out.writeObjectFieldStart("tool");
    out.writeObjectFieldStart("driver");
    out.writeStringField("name", "callbox-contract");
    out.writeArrayFieldStart("rules");
    for (Change change : Change.values()) {
      out.writeStartObject();
      out.writeStringField("id", change.id());
      writeMessage("shortDescription", change.title() + '.');
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
    out.writeEndObject();
  }

  private void writeResult(Judged judged) throws IOException {
    Difference difference = judged.difference();
    out.writeStartObject();
    out.writeStringField("ruleId", difference.change().id());
    out.writeStringField("level", level(difference.verdict()));
    writeMessage(
        "message",
        difference.path() + ": " + difference.verdict().words() + ". " + difference.message());
    writeLocation(difference.path());
    if (judged.suppressed().isPresent()) {
      out.writeArrayFieldStart("suppressions");
      out.writeStartObject();
      out.writeStringField("kind", "external");
      out.writeStringField("justification", judged.suppressed().get());
      out.writeEndObject();
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  /**
   * Returns the level of a verdict: an error if the policy refuses the change, a warning if the
   * change needs an order.
   */
  private String level(Verdict verdict) {
    if (!report.policy().allows(verdict)) {
      return "error";
    }
    return verdict == Verdict.EITHER ? "note" : "warning";
  }

  private void writeLocation(String path) throws IOException {
    out.writeArrayFieldStart("locations");
    out.writeStartObject();
    out.writeObjectFieldStart("physicalLocation");
    out.writeObjectFieldStart("artifactLocation");
    out.writeStringField("uri", location);
    out.writeEndObject();
    out.writeEndObject();
    out.writeArrayFieldStart("logicalLocations");
    out.writeStartObject();
    out.writeStringField("fullyQualifiedName", path);
    out.writeEndObject();
    out.writeEndArray();
    out.writeEndObject();
    out.writeEndArray();
  }

  private void writeMessage(String name, String text) throws IOException {
    out.writeObjectFieldStart(name);
    out.writeStringField("text", text);
    out.writeEndObject();
  }
}
