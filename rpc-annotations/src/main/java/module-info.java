/** What users write on their interfaces. Needs nothing at run time. */
module io.callbox.annotation {
  requires static org.jspecify;

  exports io.callbox.annotation;
}
