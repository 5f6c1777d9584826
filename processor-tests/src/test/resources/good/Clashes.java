package good;

import io.callbox.annotation.OneWay;
import io.callbox.annotation.Param;
import io.callbox.annotation.RemoteMethod;
import io.callbox.annotation.RemoteService;
import java.util.concurrent.CompletableFuture;

/** Everything here is called like something of generated code's. */
public interface Clashes {

  interface Keyed<K, V> {

    V find(K key);

    @OneWay
    void put(K key, V value);
  }

  @RemoteService("clashes.Inner")
  interface Inner extends Keyed<String, Inner.List> {

    record List(int in, int out, int members, int value, Integer result) {}

    record JsonParser(String String, List options) {}

    record CallOptions(JsonParser parser) {}

    @Deprecated
    record ServiceParams(int self) {}

    record Nullables(java.util.List<List> list, Override override) {}

    enum Override {
      ON
    }

    int service(int in, int out, int channel, int options, int members, int out_);

    @RemoteMethod(name = "read-all")
    CompletableFuture<JsonParser> readAll(
        CallOptions[] hashCode, @Param("the params") ServiceParams params, List responder);

    List readAll(Nullables implementation, String toString);

    @Deprecated
    void method(@Param("class") int method, @Param("a.b") int b, @Param("a-b") int c);

    String toString();
  }
}
