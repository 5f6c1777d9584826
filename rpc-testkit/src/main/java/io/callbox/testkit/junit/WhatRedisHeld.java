package io.callbox.testkit.junit;

/** Shows, with the failure of a test, what was in Redis. Has no stack trace. */
final class WhatRedisHeld extends Exception {

  private static final long serialVersionUID = 1L;

  WhatRedisHeld(String report) {
    super(report, null, false, false);
  }
}
