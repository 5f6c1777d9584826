package io.callbox.internal.redisson.durable;

import io.callbox.internal.redisson.queue.Neighbours;
import io.callbox.internal.redisson.script.LuaScript;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import io.callbox.transport.RunBegin;
import io.callbox.transport.RunEnd;
import io.callbox.transport.RunEnd.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The usual steps of durable calls that a worker has taken together: first runs that begin, and
 * runs that complete. The scripts name neighbours by the first and the last, do a whole batch or
 * none of it, and leave unusual steps to the scripts of {@link RunScripts}.
 *
 * @param scripts runs them
 * @param done the channel for programs that wait for results
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NeighbourRuns(Scripts scripts, byte[] done) {

  /** Begins runs; returns whether all have begun, each for the first time. */
  CompletionStage<Boolean> begin(QueueName queue, List<RunBegin> runs) {
    List<List<RunBegin>> groups = Neighbours.among(runs, RunBegin::delivery);
    List<QueueName> keys = keys(runs.get(0).delivery());
    List<byte[]> values = new ArrayList<>(List.of(CallValues.WAIT));
    addSizes(groups, values);
    addNames(groups, RunBegin::delivery, values);
    List<RunBegin> all = flat(groups);
    AlikeCalls.add(all, RunScripts::isAlike, NeighbourRuns::facts, values);
    for (RunBegin each : all) {
      keys.add(queue.call(each.id()));
      values.add(Scripts.text(each.run()));
    }
    return scripts
        .number(LuaScript.BEGIN_NEIGHBOURS, keys, values.toArray())
        .thenApply(begun -> begun == 1);
  }

  private static String facts(RunBegin each) {
    return each.due() + " " + each.longest().toMillis() + " " + each.method();
  }

  /** Returns whether these ends may be passed to {@link #end}. */
  static boolean complete(List<RunEnd> ends) {
    return ends.stream()
        .allMatch(
            each ->
                each.ending() == Ending.COMPLETED
                    && each.run() != null
                    && each.deadLetter() == null);
  }

  /** Completes runs; returns whether all are written and their requests are acknowledged. */
  CompletionStage<Boolean> end(QueueName queue, List<RunEnd> ends) {
    List<List<RunEnd>> groups = Neighbours.among(ends, RunEnd::delivery);
    List<QueueName> keys = keys(ends.get(0).delivery());
    List<RunEnd> all = flat(groups);
    ToldEnds told = ToldEnds.of(all);
    List<byte[]> values = new ArrayList<>(List.of(done, told.ids(), Scripts.text(told.channels())));
    addSizes(groups, values);
    told.addTo(values);
    addNames(groups, RunEnd::delivery, values);
    AlikeCalls.add(all, NeighbourRuns::isAlike, NeighbourRuns::facts, values);
    for (RunEnd each : all) {
      keys.add(queue.call(each.id()));
      values.add(Scripts.text(Objects.requireNonNull(each.run())));
      values.add(each.outcome());
    }
    return scripts
        .number(LuaScript.END_NEIGHBOURS, keys, values.toArray())
        .thenApply(missed -> missed == 0);
  }

  private static boolean isAlike(RunEnd one, RunEnd other) {
    return one.keep().equals(other.keep());
  }

  private static String facts(RunEnd each) {
    return String.valueOf(each.keep().toMillis());
  }

  private static List<QueueName> keys(Delivery one) {
    return new ArrayList<>(List.of(Objects.requireNonNull(one.taken())));
  }

  private static <T> void addSizes(List<List<T>> groups, List<byte[]> values) {
    StringBuilder sizes = new StringBuilder();
    groups.forEach(group -> sizes.append(group.size()).append(' '));
    values.add(Scripts.text(sizes));
  }

  /** Adds the oldest and the newest request of each group. */
  private static <T> void addNames(
      List<List<T>> groups, Function<T, Delivery> request, List<byte[]> values) {
    for (List<T> group : groups) {
      int last = group.size() - 1;
      values.add(request.apply(group.get(0)).message());
      values.add(last == 0 ? CallValues.NOTHING : request.apply(group.get(last)).message());
    }
  }

  private static <T> List<T> flat(List<List<T>> groups) {
    List<T> all = new ArrayList<>();
    groups.forEach(all::addAll);
    return all;
  }
}
