package io.callbox.benchmarks.streams;

import io.grpc.CallOptions;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;

/** gRPC's server streaming with {@code directExecutor()} on both sides, and its flow control. */
final class GrpcStreams implements Contestant {

  private static final MethodDescriptor<String, String> TICKS =
      MethodDescriptor.<String, String>newBuilder()
          .setType(MethodDescriptor.MethodType.SERVER_STREAMING)
          .setFullMethodName("callbox.bench.Ticks/ticks")
          .setRequestMarshaller(new Text())
          .setResponseMarshaller(new Text())
          .build();

  private final Server server;
  private final ManagedChannel channel;

  GrpcStreams() throws IOException {
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    this.server =
        NettyServerBuilder.forAddress(free, InsecureServerCredentials.create())
            .directExecutor()
            .addService(
                ServerServiceDefinition.builder("callbox.bench.Ticks")
                    .addMethod(
                        TICKS,
                        ServerCalls.asyncServerStreamingCall((request, items) -> give(items)))
                    .build())
            .build()
            .start();
    this.channel =
        ManagedChannelBuilder.forTarget("127.0.0.1:" + server.getPort())
            .usePlaintext()
            .directExecutor()
            .build();
  }

  /** Gives as long as the transport takes more. */
  private static void give(StreamObserver<String> to) {
    ServerCallStreamObserver<String> items = (ServerCallStreamObserver<String>) to;
    items.setOnReadyHandler(
        () -> {
          while (items.isReady() && !items.isCancelled()) {
            items.onNext(TEXT);
          }
        });
  }

  @Override
  public void open(LongAdder arrived) {
    ClientCalls.asyncServerStreamingCall(
        channel.newCall(TICKS, CallOptions.DEFAULT), "", new Counting(arrived));
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  private record Counting(LongAdder arrived) implements StreamObserver<String> {

    @Override
    public void onNext(String item) {
      arrived.increment();
    }

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onCompleted() {}
  }

  private static final class Text implements MethodDescriptor.Marshaller<String> {

    @Override
    public InputStream stream(String text) {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String parse(InputStream stream) {
      try {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
