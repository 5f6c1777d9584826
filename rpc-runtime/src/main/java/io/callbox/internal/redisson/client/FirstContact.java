package io.callbox.internal.redisson.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether a server answers at an address, before a Redisson client is made for it. The
 * client tries several times, for up to half a minute, and then does not say what was wrong.
 */
final class FirstContact {

  /** The time that a server may need that is just starting. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int CONNECT_MILLIS = 3_000;
  private static final int ANSWER_MILLIS = 1_000;
  private static final byte[] PING = "*1\r\n$4\r\nPING\r\n".getBytes(US_ASCII);

  private FirstContact() {}

  /**
   * Connects, and closes the connection.
   *
   * @throws RpcException {@code UNAVAILABLE}, with advice, if no server answers, or if the server
   *     does not support TLS and the address requires it
   */
  static void make(RedisAddress address) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        meet(address);
        return;
      } catch (ConnectException refused) {
        if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
          throw failed(
              address, "nothing listens there; start a Redis or correct the address", refused);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      } catch (UnknownHostException unknown) {
        throw failed(address, "no machine of that name is known; correct the name", unknown);
      } catch (SocketTimeoutException silent) {
        throw failed(
            address,
            "it did not answer within "
                + CONNECT_MILLIS
                + " ms; look for a firewall, or correct the address",
            silent);
      } catch (IOException failure) {
        throw failed(address, failure.getMessage() + "; correct the address", failure);
      }
    }
  }

  /** Connects to one of the addresses of a name; one that answers is enough. */
  private static void meet(RedisAddress address) throws IOException {
    IOException first = null;
    for (InetAddress each : InetAddress.getAllByName(address.host())) {
      try {
        meet(address, new InetSocketAddress(each, address.port()));
        return;
      } catch (IOException failure) {
        first = first == null ? failure : first;
      }
    }
    throw first == null ? new UnknownHostException(address.host()) : first;
  }

  private static void meet(RedisAddress address, InetSocketAddress place) throws IOException {
    try (Socket socket = connected(place)) {
      if (!address.overTls() || speaksTls(socket, place)) {
        return;
      }
    }
    if (answersPlainly(place)) {
      throw failed(
          address,
          "it does not speak TLS there; write redis:// instead of rediss://, or give the port"
              + " that is its tls-port",
          null);
    }
  }

  private static Socket connected(InetSocketAddress place) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(place, CONNECT_MILLIS);
      socket.setSoTimeout(ANSWER_MILLIS);
      return socket;
    } catch (IOException failure) {
      socket.close();
      throw failure;
    }
  }

  private static boolean speaksTls(Socket socket, InetSocketAddress place) {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (SSLSocket tls =
        (SSLSocket) factory.createSocket(socket, place.getHostString(), place.getPort(), true)) {
      tls.startHandshake();
      return true;
    } catch (IOException silentOrNotTrusted) {
      return false;
    }
  }

  /**
   * Returns whether the server answers without TLS. A server that expects TLS cannot read this, and
   * ends the connection or sends a TLS alert.
   */
  private static boolean answersPlainly(InetSocketAddress place) throws IOException {
    try (Socket socket = connected(place)) {
      socket.getOutputStream().write(PING);
      int first = socket.getInputStream().read();
      return first == '+' || first == '-';
    } catch (SocketTimeoutException | SocketException ended) {
      return false;
    }
  }

  private static RpcException failed(
      RedisAddress address, String why, @Nullable IOException cause) {
    return new RpcException(
        StatusCode.UNAVAILABLE, Executed.NO, "no Redis at " + address + ": " + why, cause);
  }
}
