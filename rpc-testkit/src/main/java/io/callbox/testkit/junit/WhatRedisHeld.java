package io.callbox.testkit.junit;

/** Shows the content of Redis with the failure of a test. Has no stack trace. */
final class WhatRedisHeld extends Exception {

  private static final long serialVersionUID = 1L;

  WhatRedisHeld(String report) {
    super(report, null, false, false);
  }
}
