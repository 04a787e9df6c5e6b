/** The command line: one file per command, {@link org.baya.app.cli.Baya} lists them. */
package org.baya.app.cli;
