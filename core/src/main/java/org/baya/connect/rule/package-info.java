/** Connection rules, one file each. */
package org.baya.connect.rule;
