/** The annotations that users write on their interfaces. Needs no other module at run time. */
module io.callbox.annotation {
  requires static org.jspecify;

  exports io.callbox.annotation;
}
