/**
 * The mouse primary visual cortex of Billeh et al. (2020) as a generated network: its published
 * tables, cells, recurrent and thalamic synapses, spike trains, and the two HDF5 files that hold
 * them.
 */
package org.baya.io.v1;
