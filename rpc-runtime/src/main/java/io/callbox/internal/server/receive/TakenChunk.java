package io.callbox.internal.server.receive;

import io.callbox.internal.concurrent.TaskSequence;
import io.callbox.internal.server.dispatch.Dispatcher;
import io.callbox.internal.server.reply.ChunkResponses;
import io.callbox.internal.server.reply.ResponsePermit;
import io.callbox.internal.server.reply.ResponseSender;
import io.callbox.internal.wire.Slice;
import io.callbox.transport.Delivery;
import java.util.function.BooleanSupplier;

/**
 * The members of a chunk that was taken. Members that have not begun when the server may run no
 * more go back to their queue. Safe for use by many threads.
 */
final class TakenChunk implements TaskSequence.Pieces {

  private final Delivery chunk;
  private final int[] bounds;
  private final Dispatcher dispatcher;
  private final BooleanSupplier mayRun;
  private final ChunkResponses answers;

  /**
   * Creates a chunk whose members have not run.
   *
   * @param bounds the starts and ends of its members
   * @param mayRun whether the server may still begin a request that it holds
   * @param permits gives the permits of members
   */
  TakenChunk(
      Delivery chunk,
      int[] bounds,
      Server server,
      BooleanSupplier mayRun,
      ResponsePermit.OfMembers permits) {
    this.chunk = chunk;
    this.bounds = bounds;
    this.dispatcher = server.dispatcher;
    this.mayRun = mayRun;
    this.answers = new ChunkResponses(chunk, bounds, server.replies, permits);
  }

  /**
   * The parts that serve and answer members.
   *
   * @param dispatcher serves them
   * @param replies answers them
   */
  record Server(Dispatcher dispatcher, ResponseSender replies) {}

  @Override
  public int size() {
    return bounds.length / 2;
  }

  @Override
  public boolean endTogether() {
    return true;
  }

  @Override
  public void perform(int index) {
    if (!mayRun.getAsBoolean()) {
      answers.returnToQueue(index);
      return;
    }
    int start = bounds[2 * index];
    Slice request = new Slice(chunk.message(), start, bounds[2 * index + 1] - start);
    ChunkResponses.Sink sink = answers.member(index);
    dispatcher.dispatch(request, chunk.queue(), sink);
    sink.returned();
  }

  @Override
  public void entered() {
    answers.entered();
  }

  @Override
  public void left() {
    answers.left();
  }

  @Override
  public void othersRun(boolean blocked) {
    answers.othersRun(blocked);
  }
}
