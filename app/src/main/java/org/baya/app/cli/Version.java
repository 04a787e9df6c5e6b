package org.baya.app.cli;

import java.util.List;
import org.baya.kernel.Kernels;

/** The version of this program, as its jar tells it, and of the Java below it. */
public final class Version {
  private Version() {}

  /** Baya's version, {@code development} where the classes do not come from the jar. */
  public static String baya() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** What {@code baya --version} prints. */
  static List<String> lines() {
    String java = System.getProperty("java.vm.name") + " " + Runtime.version();
    String vectors = Kernels.vectorApi() ? ", Vector API" : ", no Vector API: plain kernels";
    return List.of("baya " + baya(), java + vectors);
  }
}
