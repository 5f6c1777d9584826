package io.callbox.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** Classes that wait for another machine without an end: the rule must find each but the last. */
final class BadNetwork {

  private BadNetwork() {}

  /** Sends a request that nobody may answer. */
  record ByHttp(HttpClient client) {
    String asked(URI uri) throws IOException, InterruptedException {
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }
  }

  /** Connects as it is made. */
  record BySocket(String host) {
    Socket connected() throws IOException {
      Socket socket = new Socket(host, 80);
      socket.setSoTimeout(1_000);
      return socket;
    }
  }

  /** Connects for as long as the system tries. */
  record ByLateSocket(InetSocketAddress address) {
    Socket connected() throws IOException {
      Socket socket = new Socket();
      socket.setSoTimeout(1_000);
      socket.connect(address);
      return socket;
    }
  }

  /** Reads for ever. */
  record ByReading(InetSocketAddress address) {
    Socket connected() throws IOException {
      Socket socket = new Socket();
      socket.connect(address, 1_000);
      return socket;
    }
  }

  /** Connects for as long as the system tries. */
  record ByChannel(InetSocketAddress address) {
    SocketChannel connected() throws IOException {
      return SocketChannel.open(address);
    }
  }

  /** Reads what is at an address. */
  record ByStream(URL url) {
    InputStream opened() throws IOException {
      return url.openStream();
    }
  }

  /** Does so, too. */
  record ByConnection(URL url) {
    URLConnection opened() throws IOException {
      return url.openConnection();
    }
  }

  /** Gives up in time. */
  record InTime(HttpClient client, InetSocketAddress address) {
    String asked(URI uri) throws IOException, InterruptedException {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(1)).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }

    Socket connected() throws IOException {
      Socket socket = new Socket();
      socket.setSoTimeout(1_000);
      socket.connect(address, 1_000);
      return socket;
    }
  }
}
