package io.callbox.node;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.rpc.RpcException;
import io.callbox.testing.Arith;
import io.callbox.testkit.redis.RedisServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/** Calls over TLS, to a Redis whose certificate is trusted or is not. */
@Timeout(60)
final class TlsTest {

  private static final char[] PASSWORD = "secret".toCharArray();

  @TempDir Path folder;

  @Test
  void callsAreServedOverTlsIfTheCertificateIsTrusted() throws Exception {
    Path keys = makeKeys();
    int port = freePort();
    try (RedisServer redis = start(port)) {
      RedissonClient redisson = Redisson.create(trusting(keys, port));
      try (RpcNode server =
              RpcNode.builder("server")
                  .redisson(redisson)
                  .register(new Arith.Skeleton((a, b) -> a * b))
                  .start();
          RpcNode client = RpcNode.builder("client").redisson(redisson).start()) {
        assertEquals(56, new Arith.Stub(client.channelTo(server.id())).multiply(7, 8));
        assertThrows(
            RpcException.class,
            () -> RpcNode.builder("stranger").redis("rediss://127.0.0.1:" + port).start());
      } finally {
        redisson.shutdown();
      }
      assertEquals("PONG", redis.command("PING"));
    }
  }

  private RedisServer start(int port) {
    return RedisServer.start(
        "--tls-port",
        "" + port,
        "--tls-cert-file",
        folder.resolve("cert.pem").toString(),
        "--tls-key-file",
        folder.resolve("key.pem").toString(),
        "--tls-ca-cert-file",
        folder.resolve("cert.pem").toString(),
        "--tls-auth-clients",
        "no");
  }

  private static Config trusting(Path keys, int port) throws Exception {
    Config config = new Config().setThreads(2).setNettyThreads(2);
    config.setSslTruststore(keys.toUri().toURL()).setSslTruststorePassword(new String(PASSWORD));
    config
        .useSingleServer()
        .setAddress("rediss://127.0.0.1:" + port)
        .setConnectionMinimumIdleSize(1);
    return config;
  }

  /** A key and a certificate of its own, for Java and for Redis. */
  private Path makeKeys() throws Exception {
    Path keys = folder.resolve("keys.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String command =
        "-genkeypair -alias redis -keyalg RSA -storetype PKCS12 -dname CN=localhost"
            + " -ext SAN=ip:127.0.0.1 -storepass secret -keystore "
            + keys;
    new ProcessBuilder((keytool + ' ' + command).split(" ")).start().waitFor();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD);
    }
    write("cert.pem", "CERTIFICATE", store.getCertificate("redis").getEncoded());
    write("key.pem", "PRIVATE KEY", store.getKey("redis", PASSWORD).getEncoded());
    trustOnly(store, keys);
    return keys;
  }

  /** A store of keys is no store of what is trusted. */
  private static void trustOnly(KeyStore store, Path file) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, PASSWORD);
    trusted.setCertificateEntry("redis", store.getCertificate("redis"));
    try (var out = Files.newOutputStream(file)) {
      trusted.store(out, PASSWORD);
    }
  }

  private void write(String file, String what, byte[] content) throws Exception {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    String pem = "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n";
    Files.write(folder.resolve(file), pem.getBytes(US_ASCII));
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
