package io.callbox.benchmarks.peers;

import io.callbox.benchmarks.driver.VirtualThreads;
import io.callbox.benchmarks.work.JobsDurableStub;
import io.callbox.benchmarks.work.JobsSkeleton;
import io.callbox.benchmarks.work.Order;
import io.callbox.benchmarks.work.Work;
import io.callbox.benchmarks.work.WorkAsyncStub;
import io.callbox.benchmarks.work.WorkSkeleton;
import io.callbox.benchmarks.work.WorkStub;
import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.rpc.RpcChannel;
import io.callbox.transport.AckMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.redisson.Redisson;
import org.redisson.config.Config;
import org.redisson.config.ReadMode;

/**
 * Callbox with its defaults but for what {@code settings} says.
 *
 * @param settings {@code services}: how many are on the node; {@code concurrency}: of the server;
 *     {@code handlers}: {@code virtual} if calls run on virtual threads; {@code call}: the service
 *     that is called; {@code acknowledge}: when a request counts as done; {@code figures}: what
 *     {@link Observation} knows; {@code masters}: of a Redis Cluster instead of one Redis; {@code
 *     shards}: over how many queues the service is spread; {@code nodes}: of the client, by turns;
 *     {@code durable}: whatever it says, two ints are durable calls
 */
record CallboxPeer(Map<String, String> settings) implements Peer {

  @Override
  public Caller connect(String address) {
    int nodes = number("nodes", 1);
    List<Caller> callers = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      callers.add(connectOne(address));
    }
    return nodes == 1 ? callers.get(0) : new ByTurns(callers);
  }

  private Caller connectOne(String address) {
    RpcNode node = observed(at(address, RpcNode.builder("client-" + unique()))).start();
    RpcChannel channel = Redirected.to(setting("call", ""), node.channelToAny());
    Caller calls = new Calls(node, new WorkStub(channel), new WorkAsyncStub(channel));
    return settings.containsKey("durable")
        ? new SubmittedCalls(calls, new JobsDurableStub(node.channelToAny()))
        : calls;
  }

  @Override
  public Served serve(String address, Work work) {
    WorkSkeleton skeleton = new WorkSkeleton(work);
    RpcNodeBuilder node = at(address, RpcNode.builder("server-" + unique())).register(skeleton);
    for (int extra = 1; extra < number("services", 1); extra++) {
      node.register(new Extra("Extra" + extra, skeleton));
    }
    if (settings.containsKey("durable")) {
      node.register(new JobsSkeleton(work::multiply));
    }
    node.acknowledge(AckMode.valueOf(setting("acknowledge", AckMode.ON_ANSWER.name())));
    if (settings.containsKey("concurrency")) {
      node.concurrency(number("concurrency", 0));
    }
    if (setting("handlers", "").equals("virtual")) {
      node.executor(VirtualThreads.executor());
    }
    RpcNode started = observed(node).start();
    if (settings.containsKey("shards")) {
      started.shards("Work", number("shards", 1));
    }
    return new Served(address, started);
  }

  /** A client of a cluster is the user's own to make; it ends with its process. */
  private static RpcNodeBuilder at(String address, RpcNodeBuilder node) {
    if (!address.startsWith("cluster:")) {
      return node.redis(address);
    }
    Config config = new Config().setThreads(2).setNettyThreads(2);
    config
        .useClusterServers()
        .addNodeAddress(address.substring("cluster:".length()))
        .setMasterConnectionMinimumIdleSize(1)
        .setReadMode(ReadMode.MASTER);
    return node.redisson(Redisson.create(config));
  }

  private RpcNodeBuilder observed(RpcNodeBuilder node) {
    Observation.of(setting("figures", "none")).forEach(node::intercept);
    return node;
  }

  private String setting(String name, String otherwise) {
    return settings.getOrDefault(name, otherwise);
  }

  private int number(String name, int otherwise) {
    return Integer.parseInt(setting(name, Integer.toString(otherwise)));
  }

  private static String unique() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  private record Calls(RpcNode node, WorkStub blocking, WorkAsyncStub async) implements Caller {

    @Override
    public int multiply(int a, int b) {
      return blocking.multiply(a, b);
    }

    @Override
    public CompletableFuture<Integer> multiplyAsync(int a, int b) {
      return async.multiply(a, b);
    }

    @Override
    public Order relay(Order order) {
      return blocking.relay(order);
    }

    @Override
    public CompletableFuture<Order> relayAsync(Order order) {
      return async.relay(order);
    }

    @Override
    public CompletableFuture<String> echoAsync(String text) {
      return async.echo(text);
    }

    @Override
    public void close() {
      node.close();
    }
  }
}
