/**
 * Experiments in YAML: a file and overrides in, a description out, or every error of the file with
 * its line.
 */
package org.baya.io.experiment;
