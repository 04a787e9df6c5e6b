/**
 * Stage one: a network as names and numbers. Immutable records, no big arrays; building turns them
 * into arrays.
 */
package org.baya.network;
