package io.callbox.internal.registry;

import io.callbox.registry.NodeInfo;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** The host and the process id of this process. */
public final class ProcessIdentity {

  /** This process; determined once, because asking for a host's name may take a while. */
  public static final NodeInfo.Place PLACE =
      new NodeInfo.Place(host(), ProcessHandle.current().pid());

  private ProcessIdentity() {}

  /**
   * Returns whether a process of this machine has ended; false for other machines, about which
   * nothing is known.
   */
  static boolean hasEnded(NodeInfo.Place place) {
    return place.host().equals(PLACE.host())
        && !place.host().isEmpty()
        && ProcessHandle.of(place.process()).isEmpty();
  }

  private static String host() {
    String named = System.getenv("HOSTNAME");
    if (named != null && !named.isEmpty()) {
      return named;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unknown) {
      return "";
    }
  }
}
