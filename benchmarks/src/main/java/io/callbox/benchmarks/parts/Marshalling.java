package io.callbox.benchmarks.parts;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.callbox.benchmarks.work.Order;
import io.callbox.benchmarks.work.OrderJson;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Generated marshalling against Jackson's, its reader and writer prepared. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Marshalling {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Ten lines are 1 KiB, 640 are 64 KiB. */
  @Param({"10", "640"})
  public int lines;

  private final ObjectReader reader = MAPPER.readerFor(Order.class);
  private final ObjectWriter writer = MAPPER.writerFor(Order.class);
  private Order order = Order.SAMPLE;
  private byte[] json = new byte[0];

  /** Makes an order and its JSON. */
  @Setup
  public void prepare() throws IOException {
    order = Order.ofLines(lines);
    json = writer.writeValueAsBytes(order);
  }

  /** Writes as generated. */
  @Benchmark
  public byte[] writeGenerated() throws IOException {
    return OrderJson.write(order);
  }

  /** Writes by Jackson. */
  @Benchmark
  public byte[] writeJackson() throws IOException {
    return writer.writeValueAsBytes(order);
  }

  /** Reads as generated. */
  @Benchmark
  public Order readGenerated() throws IOException {
    return OrderJson.read(json);
  }

  /** Reads by Jackson. */
  @Benchmark
  public Order readJackson() throws IOException {
    return reader.readValue(json);
  }
}
