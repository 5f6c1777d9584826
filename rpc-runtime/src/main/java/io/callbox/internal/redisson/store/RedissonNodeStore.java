package io.callbox.internal.redisson.store;

import io.callbox.internal.redisson.broker.Rights;
import io.callbox.internal.redisson.failure.Slots;
import io.callbox.internal.redisson.script.Answers;
import io.callbox.internal.redisson.script.KeptTimes;
import io.callbox.internal.redisson.script.LuaScript;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.Namespace;
import io.callbox.transport.NodeStore;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a namespace in Redis: a key for each card, and a sorted set of all nodes. In a Redis
 * Cluster these lie in different slots, so some steps become two.
 */
public final class RedissonNodeStore implements NodeStore {

  private final Scripts scripts;
  private final Slots slots;
  private final Namespace namespace;
  private final NodeCards cards;
  private final QueueName list;
  private final QueueName paused;
  private final QueueName spread;
  private final StepsInTurn settings = new StepsInTurn();

  public RedissonNodeStore(Scripts scripts, Slots slots, Namespace namespace) {
    this.scripts = scripts;
    this.slots = slots;
    this.namespace = namespace;
    this.cards = new NodeCards(scripts, slots, namespace);
    this.list = namespace.nodes();
    this.paused = list.paused();
    this.spread = list.shards();
  }

  @Override
  public CompletionStage<JoinResult> join(Claim claim) {
    QueueName card = namespace.card(claim.node());
    CompletionStage<List<byte[]>> joined =
        slots.run(
            () -> joinAtOnce(card, claim),
            () ->
                scripts
                    .list(
                        LuaScript.CLAIM_NODE,
                        List.of(card),
                        claim.card(),
                        lease(claim),
                        shared(claim))
                    .thenCompose(claimed -> enlist(claim, claimed)));
    return Answers.translated(card, joined, RedissonNodeStore::standing);
  }

  @Override
  public void check(String node) {
    Rights.check(scripts, Rights.mget(namespace.card(node)));
  }

  private CompletionStage<List<byte[]>> joinAtOnce(QueueName card, Claim claim) {
    return scripts.list(
        LuaScript.JOIN,
        List.of(card, list, paused, spread),
        Scripts.text(claim.node()),
        claim.card(),
        lease(claim),
        shared(claim),
        KeptTimes.ofDeadWorkers());
  }

  private CompletionStage<List<byte[]>> enlist(Claim claim, List<byte[]> claimed) {
    if (claimed.size() > 1) {
      return CompletableFuture.completedFuture(claimed);
    }
    return scripts.list(
        LuaScript.ENLIST_NODE,
        List.of(list, paused, spread),
        Scripts.text(claim.node()),
        lease(claim),
        KeptTimes.ofDeadWorkers(),
        claimed.get(0));
  }

  private static byte[] lease(Claim claim) {
    return Scripts.millis(claim.lease());
  }

  private static byte[] shared(Claim claim) {
    return Scripts.text(claim.shared() ? 1 : 0);
  }

  private static JoinResult standing(List<byte[]> answer) {
    String state = Answers.text(answer.get(0));
    if (state.equals("held")) {
      Competitor rival = new Competitor(answer.get(1), Answers.millis(answer.get(2)), false);
      return new JoinResult(rival, false, List.of(), null, null);
    }
    int pausedEnd = 2 + Answers.count(answer.get(1));
    int spreadEnd = pausedEnd + 1 + Answers.count(answer.get(pausedEnd));
    List<Gone> gone = new ArrayList<>();
    for (int at = spreadEnd; at < answer.size(); at += 2) {
      gone.add(new Gone(Answers.text(answer.get(at)), Answers.millis(answer.get(at + 1))));
    }
    return new JoinResult(
        null,
        state.equals("fresh"),
        gone,
        pairs(answer.subList(2, pausedEnd)),
        SpreadJson.all(pairs(answer.subList(pausedEnd + 1, spreadEnd))));
  }

  /**
   * Deletes a card. If several processes share an id, none of them removes it from the list,
   * because the others are still there.
   */
  @Override
  public CompletionStage<@Nullable Void> leave(Claim claim) {
    QueueName card = namespace.card(claim.node());
    CompletionStage<Long> left =
        scripts
            .number(LuaScript.TAKE_DOWN, List.of(card), claim.card())
            .thenCompose(down -> strikeOff(claim, down));
    return Answers.translated(card, left, done -> null);
  }

  private CompletionStage<Long> strikeOff(Claim claim, long down) {
    return down == 0 || claim.shared()
        ? CompletableFuture.completedFuture(down)
        : scripts.number(LuaScript.STRIKE_OFF, List.of(list), Scripts.text(claim.node()));
  }

  @Override
  public CompletionStage<List<Seen>> look() {
    CompletionStage<List<Seen>> seen =
        scripts.list(LuaScript.LIST_NODES, List.of(list)).thenCompose(cards::read);
    return Answers.translated(list, seen, all -> all);
  }

  @Override
  public CompletionStage<List<Seen>> look(Collection<String> nodes) {
    if (nodes.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    Object[] names = nodes.stream().map(Scripts::text).toArray();
    CompletionStage<List<Seen>> seen =
        scripts.list(LuaScript.FIND_NODES, List.of(list), names).thenCompose(cards::read);
    return Answers.translated(list, seen, all -> all);
  }

  @Override
  public CompletionStage<Census> census() {
    return Answers.translated(
        list,
        scripts.list(LuaScript.COUNT_NODES, List.of(list)),
        answer -> {
          Duration next = answer.get(1).length == 0 ? null : Answers.millis(answer.get(1));
          List<String> late = Answers.texts(answer.subList(2, answer.size()));
          return new Census(Answers.count(answer.get(0)), next, late);
        });
  }

  @Override
  public CompletionStage<Boolean> forget(String node) {
    CompletionStage<Long> forgotten =
        scripts.number(LuaScript.FORGET_NODE, List.of(list), Scripts.text(node));
    return Answers.translated(list, forgotten, count -> count > 0);
  }

  @Override
  public CompletionStage<Map<String, byte[]>> paused() {
    return Answers.translated(
        list, scripts.list(LuaScript.LIST_SETTINGS, List.of(paused)), RedissonNodeStore::pairs);
  }

  private static Map<String, byte[]> pairs(List<byte[]> words) {
    Map<String, byte[]> pairs = new HashMap<>();
    for (int at = 0; at < words.size(); at += 2) {
      pairs.put(Answers.text(words.get(at)), words.get(at + 1));
    }
    return pairs;
  }

  @Override
  public CompletionStage<@Nullable Void> pause(String service, byte[] how) {
    return Answers.translated(
        list,
        settings.run(
            () ->
                scripts.number(
                    LuaScript.PAUSE_SERVICE, List.of(paused), Scripts.text(service), how)),
        done -> {
          if (done == 0) {
            throw new RpcException(
                StatusCode.RESOURCE_EXHAUSTED, "a thousand services are paused already");
          }
          return null;
        });
  }

  @Override
  public CompletionStage<Map<String, Spread>> spreads() {
    return Answers.translated(
        list,
        scripts.list(LuaScript.LIST_SETTINGS, List.of(spread)),
        words -> SpreadJson.all(pairs(words)));
  }

  @Override
  public CompletionStage<Spread> spread(String service, int shards) {
    return Answers.translated(
        list,
        settings.run(
            () ->
                scripts.list(
                    LuaScript.SPREAD_SERVICE,
                    List.of(spread),
                    Scripts.text(service),
                    Scripts.text(shards))),
        answer -> {
          if (answer.isEmpty()) {
            throw new RpcException(
                StatusCode.RESOURCE_EXHAUSTED, "a thousand services are spread already");
          }
          return Spread.of(shards, Answers.count(answer.get(0)), Answers.number(answer.get(1)));
        });
  }

  @Override
  public CompletionStage<Boolean> resume(String service) {
    return Answers.translated(
        list,
        settings.run(
            () -> scripts.number(LuaScript.RESUME_SERVICE, List.of(paused), Scripts.text(service))),
        resumed -> resumed > 0);
  }
}
