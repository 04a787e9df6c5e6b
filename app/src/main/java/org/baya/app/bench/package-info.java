/** End-to-end measurements: what the machine gives, and what fresh processes of Baya make of it. */
package org.baya.app.bench;
