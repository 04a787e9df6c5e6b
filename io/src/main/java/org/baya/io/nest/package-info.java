/** Networks for NEST: NumPy arrays and a PyNEST script that connects in whole arrays. */
package org.baya.io.nest;
