package org.baya.app.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this program, as its jar tells it, and of the Java below it. */
public final class Version implements IVersionProvider {
  /** Baya's version, {@code development} where the classes do not come from the jar. */
  public static String baya() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    String java = System.getProperty("java.vm.name") + " " + Runtime.version();
    String vectors = VectorModule.present() ? ", Vector API" : ", no Vector API: plain kernels";
    return new String[] {"baya " + baya(), java + vectors};
  }
}
