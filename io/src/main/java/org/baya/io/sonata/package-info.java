/**
 * SONATA files: spikes and reports of a run, as the format's specification and its readers expect
 * them.
 */
package org.baya.io.sonata;
