package io.callbox.testkit.history;

import io.callbox.testkit.network.SimulatedNetwork;

/** What no class of this package may be like: the known bad class of the architecture test. */
public record HistoryBesideANetwork(History history, SimulatedNetwork network) {}
