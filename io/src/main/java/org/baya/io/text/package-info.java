/** Text: tables with a header line are read, JSON is written. */
package org.baya.io.text;
