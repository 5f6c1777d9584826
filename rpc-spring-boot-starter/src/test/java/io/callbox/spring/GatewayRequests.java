package io.callbox.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

/** What tests send to the gateway of an application. */
final class GatewayRequests {

  static final String TOKEN = "a-token-of-some-length";

  private static final HttpClient CLIENT = client();

  private GatewayRequests() {}

  /** The setting that lets the caller {@code shop} in, who has the token. */
  static String tokens(Path folder) throws IOException {
    Path tokens = Files.writeString(folder.resolve("tokens"), "shop " + TOKEN + "\n");
    return "--callbox.gateway.tokens=" + tokens;
  }

  /** A call of the desk. */
  static String call(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Desk."
        + method
        + "\",\"params\":"
        + params
        + "}";
  }

  static HttpRequest.Builder posting(URI base, String path, String body) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(Duration.ofSeconds(90))
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream")
        .POST(BodyPublishers.ofString(body));
  }

  static HttpRequest.Builder authorized(HttpRequest.Builder request) {
    return request.header("Authorization", "Bearer " + TOKEN);
  }

  static HttpRequest.Builder as(String user, String password, HttpRequest.Builder request) {
    String pair = user + ':' + password;
    return request.header(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  /** Sends a request on a connection of its own. */
  static HttpResponse<String> sendAlone(HttpRequest.Builder request) throws Exception {
    return client().send(request.build(), BodyHandlers.ofString());
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /** Sends a request whose answer is read as it comes. */
  static HttpResponse<InputStream> open(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofInputStream());
  }

  /** Opens the console's feed of events, which shows the desk, and leaves it open. */
  static InputStream openPage(URI base) throws Exception {
    InputStream page =
        open(authorized(HttpRequest.newBuilder(base.resolve("console/api/events")))).body();
    assertThat(reader(page).lines().filter(each -> each.startsWith("data: ")).findFirst())
        .hasValueSatisfying(each -> assertThat(each).contains("\"Desk\""));
    return page;
  }

  static BufferedReader reader(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }
}
