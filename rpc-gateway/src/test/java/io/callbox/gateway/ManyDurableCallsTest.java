package io.callbox.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callbox.testkit.redis.RedisServer;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The console's page of durable calls, if there are 100,000 of one service. */
final class ManyDurableCallsTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String SERVICE = "services:Archive";
  private static final int MANY = 100_000;

  private static RedisServer redis;
  private static Gateway gateway;
  private static Http http;

  @BeforeAll
  static void submitMany() throws Exception {
    redis = RedisServer.start();
    for (int first = 0; first < MANY; first += 1_000) {
      List<String> list = new ArrayList<>(List.of("ZADD", "{" + SERVICE + "}:calls"));
      for (int each = first; each < first + 1_000; each++) {
        list.add(Integer.toString(each));
        list.add("call-" + each);
      }
      redis.command(list.toArray(String[]::new));
    }
    for (int each = MANY - 200; each < MANY; each++) {
      String key = "{" + SERVICE + "}:call:call-" + each;
      redis.command("HSET", key, "state", "COMPLETED", "method", "keep", "submitted", "" + each);
    }
    gateway = Gateway.builder().redis(redis.uri()).listen("127.0.0.1:0").start();
    http = new Http(gateway);
  }

  @AfterAll
  static void closeAll() {
    gateway.close();
    redis.close();
  }

  @Test
  void pageReadsNoMoreThanItShows() throws Exception {
    JsonNode page = page("");
    assertEquals(MANY, page.path("total").asInt());
    assertEquals(100, page.path("calls").size());
    assertEquals("call-99999", page.at("/calls/0/id").asText());
    Map<String, Integer> commands = Map.of("zrange", 1, "zcard", 1, "hmget", 100);
    assertEquals(commands, fewest("", commands.keySet()));
  }

  @Test
  void filterLooksAtTheNewestFewThousandOnly() throws Exception {
    String filter = "&method=lose";
    assertEquals(0, page(filter).path("calls").size());
    assertEquals(Map.of("zrange", 50), fewest(filter, Set.of("zrange")));
  }

  private static JsonNode page(String filter) throws Exception {
    HttpResponse<String> answer = http.get("/console/api/calls?service=Archive" + filter);
    assertEquals(200, answer.statusCode(), answer.body());
    return MAPPER.readTree(answer.body());
  }

  /** How often a page needs these commands; some more if the client repeats one that is late. */
  private static Map<String, Integer> fewest(String filter, Set<String> commands) throws Exception {
    Map<String, Integer> fewest = new HashMap<>();
    for (int measurement = 0; measurement < 3; measurement++) {
      redis.command("CONFIG", "RESETSTAT");
      page(filter);
      String statistics = redis.command("INFO", "commandstats");
      commands.forEach(each -> fewest.merge(each, calls(each, statistics), Math::min));
    }
    return fewest;
  }

  private static int calls(String command, String statistics) {
    Matcher found = Pattern.compile("cmdstat_" + command + ":calls=(\\d+)").matcher(statistics);
    assertTrue(found.find(), statistics);
    return Integer.parseInt(found.group(1));
  }
}
