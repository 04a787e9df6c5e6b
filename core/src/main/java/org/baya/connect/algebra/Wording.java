package org.baya.connect.algebra;

/** How the parts of an expression are written: in full, or by a name that was given to them. */
@FunctionalInterface
interface Wording {
  /** Everything in full. */
  Wording PLAIN = String::valueOf;

  String apply(Object part);
}
