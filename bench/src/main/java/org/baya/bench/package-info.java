/**
 * JMH benchmarks of the inner loops, one class each. Every figure is nanoseconds per element: a
 * synapse, a neuron update, a random number. {@code bench/README.md} keeps the results; the tests
 * assert that each benchmark computes what it claims.
 */
package org.baya.bench;
