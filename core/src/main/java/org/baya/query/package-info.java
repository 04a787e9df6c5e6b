/** Questions about a built network. */
package org.baya.query;
