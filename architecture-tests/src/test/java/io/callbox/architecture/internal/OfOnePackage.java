package io.callbox.architecture.internal;

/** Public, though no other package uses it: the rule must find it. */
public final class OfOnePackage {

  private OfOnePackage() {}
}
