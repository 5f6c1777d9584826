/** A program in a module of its own, with its contract. */
module modular {
  requires io.callbox.annotation;
  requires io.callbox.runtime;
}
