package org.baya.kernel;

import java.lang.System.Logger.Level;

/**
 * Makes the Vector API visible at run time, when the first kernel needs it: a run of a few neurons
 * never does, and it takes longer than such a run.
 *
 * <p>{@code --add-modules jdk.incubator.vector} would do the same but makes every start print a
 * warning and keeps the JVM from using its archived module graph. So the module is loaded as the
 * JDK loads its own on demand (management, instrumentation); the manifest of Baya's program exports
 * the package that does it. Where this is not to be had (another JDK, Baya as a library) nothing is
 * loaded and the kernels' plain twins run.
 */
final class VectorModule {
  /** Whether the Vector API can be used. */
  static final boolean PRESENT = load();

  private static final String NAME = "jdk.incubator.vector";

  /**
   * Set to {@code off}, runs take the plain kernels. The launcher does so while it makes the AOT
   * cache, which cannot hold classes of a module that was loaded late.
   */
  private static final String SWITCH = "baya.vector";

  private VectorModule() {}

  private static boolean load() {
    if (isVisible()) {
      return true;
    }
    System.Logger log = System.getLogger(VectorModule.class.getName());
    if ("off".equals(System.getProperty(SWITCH))) {
      log.log(Level.DEBUG, "plain kernels: " + SWITCH + " is off");
      return false;
    }
    try {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("loadModule", String.class)
          .invoke(null, NAME);
    } catch (ReflectiveOperationException e) {
      log.log(Level.DEBUG, "the module cannot be loaded", e);
    }
    boolean visible = isVisible();
    if (!visible) {
      log.log(Level.INFO, "plain kernels: the module " + NAME + " is not loaded");
    }
    return visible;
  }

  private static boolean isVisible() {
    try {
      Class.forName(NAME + ".Vector", false, ClassLoader.getSystemClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
