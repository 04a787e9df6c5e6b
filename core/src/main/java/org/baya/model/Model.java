package org.baya.model;

import java.util.List;

/** What every entry of the catalogue says about itself. */
public interface Model {

  /** NEST's name where NEST has the model. */
  String name();

  /** One line for lists. */
  String summary();

  /** Its own parameters, in the order of the manual page. */
  List<Parameter> parameters();

  /**
   * Everything that can be set: its own parameters and those that all models of its family have.
   */
  default List<Parameter> allParameters() {
    return parameters();
  }
}
