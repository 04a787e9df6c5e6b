/**
 * The small language of weights, delays and parameters: parsed once, checked, evaluated in blocks
 * over columns; data, never code.
 */
package org.baya.expression;
