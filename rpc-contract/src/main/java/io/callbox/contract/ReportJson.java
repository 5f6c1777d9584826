package io.callbox.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.contract.compare.Difference;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A report as one JSON object. */
final class ReportJson {

  static final JsonFactory FACTORY = new JsonFactory();

  private ReportJson() {}

  static String of(CheckReport report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text).useDefaultPrettyPrinter()) {
      out.writeStartObject();
      out.writeStringField("verdict", report.verdict().name());
      out.writeBooleanField("passes", report.passes());
      out.writeArrayFieldStart("differences");
      for (Judged each : report.judged()) {
        write(each, out);
      }
      out.writeEndArray();
      out.writeArrayFieldStart("unusedSuppressions");
      for (Suppression each : report.unused()) {
        out.writeStartObject();
        out.writeStringField("path", each.path());
        out.writeStringField("change", each.change());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // writes only to memory
    }
    return text.toString();
  }

  private static void write(Judged judged, JsonGenerator out) throws IOException {
    Difference difference = judged.difference();
    out.writeStartObject();
    out.writeStringField("path", difference.path());
    out.writeStringField("change", difference.change().id());
    out.writeStringField("verdict", difference.verdict().name());
    out.writeStringField("message", difference.message());
    out.writeArrayFieldStart("reach");
    for (String each : difference.reach()) {
      out.writeString(each);
    }
    out.writeEndArray();
    if (judged.suppressed().isPresent()) {
      out.writeStringField("suppressed", judged.suppressed().get());
    }
    out.writeEndObject();
  }
}
