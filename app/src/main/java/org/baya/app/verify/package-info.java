/** Reference cases replayed, and how far the answers differ. */
package org.baya.app.verify;
