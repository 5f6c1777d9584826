package io.callbox.internal.redisson.durable;

import io.callbox.annotation.Sync;
import io.callbox.internal.redisson.script.Answers;
import io.callbox.internal.redisson.script.LuaScript;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.transport.CallRecord;
import io.callbox.transport.CallStore;
import io.callbox.transport.LostRequest;
import io.callbox.transport.Namespace;
import io.callbox.transport.Portion;
import io.callbox.transport.PushOptions;
import io.callbox.transport.QueueName;
import io.callbox.transport.RunBegin;
import io.callbox.transport.RunEnd;
import io.callbox.transport.Submission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Durable calls as hashes and sorted sets of Redis; all keys of a queue lie in its slot. */
public final class RedissonCalls implements CallStore {

  private final Scripts scripts;
  private final byte[] done;
  private final byte[] later;
  private final byte[] cancelled;
  private final RunSteps runs;
  private final RecoverScript recovery;

  public RedissonCalls(Scripts scripts, Namespace namespace) {
    this.scripts = scripts;
    this.done = Scripts.text(namespace.callsDone().key());
    this.later = Scripts.text(namespace.callsScheduled().key());
    this.cancelled = Scripts.text(namespace.cancellations().key());
    this.runs = new RunSteps(scripts, new NeighbourRuns(scripts, done), later, done);
    this.recovery = new RecoverScript(scripts, later, done);
  }

  @Override
  public CompletionStage<List<Submitted>> submit(
      QueueName queue, List<Submission> calls, PushOptions admission) {
    return answered(
        queue,
        LuaScript.SUBMIT_CALLS,
        SubmitScript.keys(queue, calls, admission),
        SubmitScript.values(queue, calls, admission, later),
        SubmitScript::submitted);
  }

  @Override
  public CompletionStage<Synced> submit(
      QueueName queue, List<Submission> calls, PushOptions admission, Sync sync, Duration bound) {
    return Answers.translated(
        queue,
        scripts.synced(
            sync,
            bound,
            LuaScript.SUBMIT_CALLS,
            SubmitScript.keys(queue, calls, admission),
            SubmitScript.values(queue, calls, admission, later).toArray()),
        answer -> new Synced(SubmitScript.submitted(answer.list()), answer.missed()));
  }

  @Override
  public CompletionStage<List<Begun>> begin(QueueName queue, List<RunBegin> beginnings) {
    return Answers.translated(queue, runs.begin(queue, beginnings), Function.identity());
  }

  @Override
  public CompletionStage<List<Begun>> begin(
      QueueName queue, List<RunBegin> beginnings, Sync sync, Duration bound) {
    return Answers.translated(
        queue, runs.begin(queue, beginnings, sync, bound), RunSteps::confirmed);
  }

  @Override
  public CompletionStage<@Nullable Void> end(QueueName queue, List<RunEnd> ends) {
    return Answers.translated(queue, runs.end(queue, ends), held -> null);
  }

  @Override
  public CompletionStage<Recovered> recover(LostRequest loss) {
    return recovery.run(loss);
  }

  @Override
  public CompletionStage<Moved> moveDue(QueueName queue) {
    return answered(
        queue,
        LuaScript.MOVE_DUE,
        List.of(queue, queue.later()),
        List.of(Scripts.text(Portion.MESSAGES), Scripts.text(Portion.BYTES)),
        answer -> new Moved(Answers.count(answer.get(0)), Answers.number(answer.get(1))));
  }

  @Override
  public CompletionStage<List<@Nullable CallRecord>> read(
      QueueName queue, List<String> ids, boolean withResult) {
    List<byte[]> members = withResult ? RecordMembers.ALL : RecordMembers.WITHOUT_RESULT;
    return answered(
        queue,
        LuaScript.READ_RECORDS,
        records(queue, ids),
        members,
        all -> RecordMembers.read(all, members.size()));
  }

  @Override
  public CompletionStage<List<@Nullable CallRecord>> outcomes(QueueName queue, List<String> ids) {
    return answered(
        queue, LuaScript.READ_OUTCOMES, records(queue, ids), List.of(), RecordMembers::outcomes);
  }

  private static List<QueueName> records(QueueName queue, List<String> ids) {
    List<QueueName> keys = new ArrayList<>(ids.size());
    ids.forEach(id -> keys.add(queue.call(id)));
    return keys;
  }

  @Override
  public CompletionStage<@Nullable String> cancel(QueueName queue, String id) {
    return Answers.translated(
        queue,
        scripts.list(
            LuaScript.CANCEL_CALL, List.of(queue.call(id)), Scripts.text(id), cancelled, done),
        answer -> answer.isEmpty() ? null : Answers.text(answer.get(0)));
  }

  @Override
  public CompletionStage<List<String>> progress(QueueName queue, List<Sign> signs) {
    List<QueueName> keys = new ArrayList<>(signs.size());
    List<byte[]> values = new ArrayList<>(3 * signs.size());
    for (Sign each : signs) {
      byte[] progress = each.progress();
      keys.add(queue.call(each.id()));
      values.add(Scripts.text(each.id()));
      values.add(Scripts.text(each.run()));
      values.add(progress == null ? CallValues.NOTHING : progress);
    }
    return answered(queue, LuaScript.SIGN_RUNS, keys, values, Answers::texts);
  }

  @Override
  public CompletionStage<Integer> count(QueueName queue) {
    return Answers.translated(
        queue, scripts.number(LuaScript.COUNT_CALLS, List.of(queue.calls())), Long::intValue);
  }

  @Override
  public CompletionStage<List<String>> list(QueueName queue, int from, int most) {
    return listed(queue, from, from + most - 1, Answers::texts);
  }

  @Override
  public CompletionStage<List<String>> newest(QueueName queue, int from, int most) {
    return listed(
        queue,
        -from - most,
        -from - 1,
        answer -> {
          List<String> ids = new ArrayList<>(Answers.texts(answer));
          Collections.reverse(ids);
          return ids;
        });
  }

  private CompletionStage<List<String>> listed(
      QueueName queue, int first, int last, Function<List<byte[]>, List<String>> answer) {
    List<byte[]> places = List.of(Scripts.text(first), Scripts.text(last));
    return answered(queue, LuaScript.LIST_CALLS, List.of(queue.calls()), places, answer);
  }

  @Override
  public CompletionStage<Integer> forget(QueueName queue, List<String> ids) {
    List<QueueName> keys = new ArrayList<>(List.of(queue.calls()));
    ids.forEach(id -> keys.add(queue.call(id)));
    Object[] values = ids.stream().map(Scripts::text).toArray();
    return Answers.translated(
        queue, scripts.number(LuaScript.FORGET_CALLS, keys, values), Long::intValue);
  }

  private <T> CompletionStage<T> answered(
      QueueName queue,
      LuaScript script,
      List<QueueName> keys,
      List<byte[]> values,
      Function<List<byte[]>, T> answer) {
    return Answers.translated(queue, scripts.list(script, keys, values.toArray()), answer);
  }
}
