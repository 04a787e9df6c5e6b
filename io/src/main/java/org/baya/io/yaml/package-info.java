/**
 * YAML 1.2 as a tree of texts, lists and maps that know their line. No object construction, no
 * tags; size and nesting are bounded.
 */
package org.baya.io.yaml;
