/**
 * One experiment from its description to its output directory; what the commands {@code run} and
 * {@code demo} share.
 */
package org.baya.app.run;
