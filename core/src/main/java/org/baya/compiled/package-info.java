/**
 * The network as the engine runs it: flat primitive arrays by shard, free of names and of files.
 * Building ends here, running starts here.
 */
package org.baya.compiled;
