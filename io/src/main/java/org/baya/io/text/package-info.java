/** Tables of text. */
package org.baya.io.text;
