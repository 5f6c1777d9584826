package io.callbox.testkit.service;

import io.callbox.annotation.RemoteService;

/** A second service, so that a server has several. */
@RemoteService
public interface Meadow {
  String graze(String animal);
}
