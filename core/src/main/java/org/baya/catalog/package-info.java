/** The one list of what is built in. */
package org.baya.catalog;
