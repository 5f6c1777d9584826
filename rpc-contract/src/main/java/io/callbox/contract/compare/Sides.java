package io.callbox.contract.compare;

/**
 * Both versions.
 *
 * @param older the older one
 * @param newer the newer one
 */
record Sides(Side older, Side newer) {

  Side of(boolean wantNewer) {
    return wantNewer ? newer : older;
  }
}
