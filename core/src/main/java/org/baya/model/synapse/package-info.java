/** Models of synapses, one a file; the class comment is the manual page. */
package org.baya.model.synapse;
