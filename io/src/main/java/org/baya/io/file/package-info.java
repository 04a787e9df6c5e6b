/**
 * What every codec needs to write files: output that appears whole or not at all, and arrays turned
 * into bytes.
 */
package org.baya.io.file;
