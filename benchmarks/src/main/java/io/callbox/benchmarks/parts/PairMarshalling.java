package io.callbox.benchmarks.parts;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.callbox.benchmarks.work.PairJson;
import io.callbox.benchmarks.work.PairJson.Pair;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The least there is to marshal, two numbers, against Jackson's prepared reader and writer. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PairMarshalling {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final ObjectReader reader = MAPPER.readerFor(Pair.class);
  private final ObjectWriter writer = MAPPER.writerFor(Pair.class);
  private Pair pair = new Pair(7, 800_000);
  private byte[] json = "{\"a\":7,\"b\":800000}".getBytes(StandardCharsets.UTF_8);

  /** Writes as generated. */
  @Benchmark
  public byte[] writeGenerated() throws IOException {
    return PairJson.write(pair);
  }

  /** Writes by Jackson. */
  @Benchmark
  public byte[] writeJackson() throws IOException {
    return writer.writeValueAsBytes(pair);
  }

  /** Reads as generated. */
  @Benchmark
  public Pair readGenerated() throws IOException {
    return PairJson.read(json);
  }

  /** Reads by Jackson. */
  @Benchmark
  public Pair readJackson() throws IOException {
    return reader.readValue(json);
  }
}
