package io.callbox.trial;

import io.callbox.registry.NodeInfo;
import io.callbox.registry.NodeListener;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that writes down what it hears, and knows who is there by that. */
public final class RecordingListener implements NodeListener {

  private final List<String> news = new CopyOnWriteArrayList<>();
  private final Set<String> here = new ConcurrentSkipListSet<>();

  @Override
  public void up(NodeInfo node) {
    news.add("up " + node.id());
    if (!here.add(node.id())) {
      news.add("twice: " + node.id());
    }
  }

  @Override
  public void down(NodeInfo node) {
    news.add("down " + node.id());
    if (!here.remove(node.id())) {
      news.add("unknown: " + node.id());
    }
  }

  @Override
  public void changed(NodeInfo before, NodeInfo now) {
    news.add("changed " + now.id());
  }

  public boolean has(String event) {
    return news.contains(event);
  }

  public List<String> news() {
    return List.copyOf(news);
  }

  public Set<String> here() {
    return Set.copyOf(here);
  }
}
