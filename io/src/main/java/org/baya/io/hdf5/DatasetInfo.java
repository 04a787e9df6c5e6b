package org.baya.io.hdf5;

import org.baya.array.ElementType;

/**
 * What is known of a dataset of numbers before it is read.
 *
 * @param place for messages: file and path
 * @param type the type of its column
 * @param rows first dimension; 1 for a single number
 * @param width second dimension; 1 if there is none
 * @param isMapped whether its column needs no memory of its own, because it lies in the file as one
 *     uncompressed stretch
 */
public record DatasetInfo(String place, ElementType type, long rows, int width, boolean isMapped) {}
