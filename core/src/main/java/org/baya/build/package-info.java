/**
 * Stage two: from names and numbers to arrays, in one pass over files and rules, each big array
 * allocated once at its exact size.
 */
package org.baya.build;
