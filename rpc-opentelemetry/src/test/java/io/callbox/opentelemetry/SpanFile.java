package io.callbox.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;

/**
 * Spans of one process as lines of a file.
 *
 * @param file is made when there is one
 */
record SpanFile(Path file) implements SpanExporter {

  /** A span as a line of the file has it. */
  record Line(String trace, String span, String parent, String kind, String node, String name) {

    static Line of(SpanData span) {
      return new Line(
          span.getTraceId(),
          span.getSpanId(),
          span.getParentSpanId(),
          span.getKind().name(),
          String.valueOf(span.getAttributes().get(AttributeKey.stringKey("callbox.node"))),
          span.getName());
    }

    static Line read(String line) {
      String[] words = line.split(" ", -1);
      return new Line(words[0], words[1], words[2], words[3], words[4], words[5]);
    }

    String written() {
      return String.join(" ", trace, span, parent, kind, node, name) + '\n';
    }
  }

  List<Line> lines() {
    try {
      return Files.readAllLines(file).stream().map(Line::read).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    try {
      for (SpanData span : spans) {
        String line = Line.of(span).written();
        Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
      return CompletableResultCode.ofSuccess();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }
}
