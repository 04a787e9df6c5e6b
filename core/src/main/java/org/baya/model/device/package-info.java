/** Stimulators, one file each. */
package org.baya.model.device;
