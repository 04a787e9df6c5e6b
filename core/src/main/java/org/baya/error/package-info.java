/** The two ways a request can fail: wrong input, or a run that could not be finished. */
package org.baya.error;
