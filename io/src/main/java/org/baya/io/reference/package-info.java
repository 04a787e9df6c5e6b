/**
 * Reference cases: a network, what is recorded of it, and what a trusted simulator answered. The
 * form is written down in {@link org.baya.io.reference.CaseReader}.
 */
package org.baya.io.reference;
