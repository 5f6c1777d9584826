/** A program in a module of its own. */
module modular {
  requires com.fasterxml.jackson.annotation;
  requires io.callbox.annotation;
  requires io.callbox.runtime;

  opens modular to
      com.fasterxml.jackson.databind; // for Visit, which is left to databind
}
