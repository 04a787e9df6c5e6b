package org.baya.app.cli;

import java.lang.System.Logger.Level;

/**
 * Makes the Vector API visible at run time.
 *
 * <p>{@code --add-modules jdk.incubator.vector} would do the same but makes every start print a
 * warning and keeps the JVM from using its archived module graph. So the module is loaded as the
 * JDK loads its own on demand (management, instrumentation); the jar's manifest exports the package
 * that does it. Where this is not to be had (another JDK, classes outside the jar) nothing is
 * loaded and the kernels' plain twins run.
 */
final class VectorModule {
  private static final String NAME = "jdk.incubator.vector";

  /**
   * Set to {@code off}, runs take the plain kernels. The launcher does so while it makes the AOT
   * cache, which cannot hold classes of a module that was loaded late.
   */
  private static final String SWITCH = "baya.vector";

  private VectorModule() {}

  /** Whether the Vector API can be used now. */
  static boolean present() {
    try {
      Class.forName(NAME + ".Vector", false, ClassLoader.getSystemClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /**
   * Loads the module unless the JVM was started with it; must precede the first use of a kernel.
   */
  static void load() {
    if (present() || "off".equals(System.getProperty(SWITCH))) {
      return;
    }
    try {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("loadModule", String.class)
          .invoke(null, NAME);
    } catch (ReflectiveOperationException e) {
      System.getLogger(VectorModule.class.getName()).log(Level.DEBUG, "no Vector API here", e);
    }
  }
}
