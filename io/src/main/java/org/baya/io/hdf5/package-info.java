/**
 * HDF5 files: reading any that are common in the field, through jHDF's knowledge of the structure
 * and our own decoding of the numbers; writing plain ones of known size, in bounded memory and from
 * several threads.
 */
package org.baya.io.hdf5;
