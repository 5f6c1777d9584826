package io.callbox.benchmarks.parts;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.callbox.benchmarks.parts.TwoWays.Outcome;
import io.callbox.benchmarks.parts.TwoWays.Way;
import io.callbox.benchmarks.work.Order;
import io.callbox.benchmarks.work.OrderJson;
import io.callbox.benchmarks.work.PairJson;
import io.callbox.benchmarks.work.PairJson.Pair;

/** Generated marshalling and Jackson's by turns, for machines that have other things to do. */
public final class MarshallingTurns {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final TwoWays turns = new TwoWays();

  private MarshallingTurns() {}

  /** Prints a table. */
  public static void run() throws Exception {
    System.out.println(
        "| | generated, ns | Jackson, ns | ratio | generated, bytes | Jackson, bytes |");
    System.out.println("|---|---:|---:|---:|---:|---:|");
    MarshallingTurns table = new MarshallingTurns();
    table.pair();
    table.order(10);
    table.order(640);
  }

  private void pair() throws Exception {
    Pair pair = new Pair(7, 800_000);
    ObjectWriter writer = MAPPER.writerFor(Pair.class);
    ObjectReader reader = MAPPER.readerFor(Pair.class);
    byte[] json = writer.writeValueAsBytes(pair);
    row("read two numbers", () -> PairJson.read(json), () -> reader.readValue(json));
    row("write two numbers", () -> PairJson.write(pair), () -> writer.writeValueAsBytes(pair));
  }

  private void order(int lines) throws Exception {
    Order order = Order.ofLines(lines);
    ObjectWriter writer = MAPPER.writerFor(Order.class);
    ObjectReader reader = MAPPER.readerFor(Order.class);
    byte[] json = writer.writeValueAsBytes(order);
    String what = " " + lines + " lines";
    row("read" + what, () -> OrderJson.read(json), () -> reader.readValue(json));
    row("write" + what, () -> OrderJson.write(order), () -> writer.writeValueAsBytes(order));
  }

  private void row(String what, Way generated, Way jackson) throws Exception {
    Outcome outcome = turns.of(generated, jackson);
    System.out.printf(
        "| %s | %,.0f | %,.0f | %.2f | %,.0f | %,.0f |%n",
        what,
        outcome.first().nanos(),
        outcome.second().nanos(),
        outcome.ratio(),
        outcome.first().bytes(),
        outcome.second().bytes());
  }
}
