/**
 * Which nodes are connected: rules and lists, all seen as numbered edges that can be read in any
 * order, any number of times.
 */
package org.baya.connect;
