package io.callbox.samples.faults;

import io.callbox.node.RpcNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that submits durable calls until it is killed, and notes those that were accepted:
 * whatever becomes of it, they are to end.
 */
final class Submitter {

  private static final int MILLIS = 3;
  private static final int NUMBERS = 1_000_000;
  private static final Duration PAUSE = Duration.ofMillis(5);

  private Submitter() {}

  /**
   * Starts one, without waiting for it.
   *
   * @param place which of all submitters it is: no two use the same numbers
   */
  static Worker start(String redisUri, String id, Path accepted, int place) throws IOException {
    return Worker.start(
        List.of(), Submitter.class, redisUri, id, accepted.toString(), Integer.toString(place));
  }

  /**
   * Submits. Arguments: where Redis is, the node's id, the file for the ids of accepted calls,
   * which of all submitters it is.
   */
  public static void main(String[] args) throws IOException {
    RpcNode node = RpcNode.builder(args[1]).redis(args[0]).start();
    WorkDurableStub work = new WorkDurableStub(node.channelToAny());
    System.out.println("ready");
    try (FileChannel accepted =
        FileChannel.open(Path.of(args[2]), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      int first = Integer.parseInt(args[3]) * NUMBERS;
      for (int number = first; true; number++) {
        String id = args[1] + '-' + number;
        if (number % 2 == 0) {
          work.withId(id).againLater(number, MILLIS);
          note(accepted, "again " + id + ' ' + number);
        } else {
          work.withId(id).onceLater(number, MILLIS);
          note(accepted, "once " + id + ' ' + number);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private static void note(FileChannel accepted, String line) throws IOException {
    accepted.write(ByteBuffer.wrap((line + '\n').getBytes(StandardCharsets.US_ASCII)));
  }
}
