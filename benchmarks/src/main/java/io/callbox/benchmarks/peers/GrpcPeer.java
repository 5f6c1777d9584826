package io.callbox.benchmarks.peers;

import io.callbox.benchmarks.work.Work;
import io.grpc.CallOptions;
import io.grpc.ConnectivityState;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * gRPC-java, one channel, unary calls over plaintext HTTP/2: with its default executors, or with
 * {@code directExecutor()} on both sides, which its documentation advises where nothing blocks.
 *
 * @param direct whether callbacks run on the transport's threads
 */
record GrpcPeer(boolean direct) implements Peer {

  private static final MethodDescriptor<byte[], byte[]> CALL =
      MethodDescriptor.<byte[], byte[]>newBuilder()
          .setType(MethodType.UNARY)
          .setFullMethodName("callbox.bench.Work/call")
          .setRequestMarshaller(new Bytes())
          .setResponseMarshaller(new Bytes())
          .build();

  @Override
  public Caller connect(String address) throws Exception {
    ManagedChannelBuilder<?> builder = ManagedChannelBuilder.forTarget(address).usePlaintext();
    ManagedChannel channel = (direct ? builder.directExecutor() : builder).build();
    awaitConnection(channel);
    return ByteCalls.typed(new Calls(channel));
  }

  /**
   * A channel connects at its first call, unless it is asked to; the other peers' clients connect
   * when they are made.
   */
  private static void awaitConnection(ManagedChannel channel) throws Exception {
    ConnectivityState state = channel.getState(true);
    while (state != ConnectivityState.READY) {
      CompletableFuture<Void> change = new CompletableFuture<>();
      channel.notifyWhenStateChanged(state, () -> change.complete(null));
      change.get(30, TimeUnit.SECONDS);
      state = channel.getState(true);
    }
  }

  @Override
  public Served serve(String address, Work work) throws IOException {
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(free, InsecureServerCredentials.create())
            .addService(
                ServerServiceDefinition.builder("callbox.bench.Work")
                    .addMethod(CALL, ServerCalls.asyncUnaryCall((ask, to) -> answer(work, ask, to)))
                    .build());
    Server server = (direct ? builder.directExecutor() : builder).build().start();
    return new Served("127.0.0.1:" + server.getPort(), server::shutdownNow);
  }

  private static void answer(Work work, byte[] request, StreamObserver<byte[]> responses) {
    responses.onNext(Frames.serve(work, request));
    responses.onCompleted();
  }

  private record Calls(ManagedChannel channel) implements ByteCalls {

    @Override
    public byte[] call(byte[] request) {
      return ClientCalls.blockingUnaryCall(channel, CALL, CallOptions.DEFAULT, request);
    }

    @Override
    public CompletableFuture<byte[]> callAsync(byte[] request) {
      CompletableFuture<byte[]> reply = new CompletableFuture<>();
      ClientCalls.asyncUnaryCall(
          channel.newCall(CALL, CallOptions.DEFAULT), request, new Completion(reply));
      return reply;
    }

    @Override
    public void end() {
      channel.shutdownNow();
    }
  }

  private record Completion(CompletableFuture<byte[]> reply) implements StreamObserver<byte[]> {

    @Override
    public void onNext(byte[] value) {
      reply.complete(value);
    }

    @Override
    public void onError(Throwable failure) {
      reply.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {}
  }

  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {

    @Override
    public InputStream stream(byte @Nullable [] value) {
      return new ByteArrayInputStream(value == null ? new byte[0] : value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
