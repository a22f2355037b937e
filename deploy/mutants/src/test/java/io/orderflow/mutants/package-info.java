/// Small, plausible mistakes in the plumbing, and the test that must catch each of them.
@NullMarked
package io.orderflow.mutants;

import org.jspecify.annotations.NullMarked;
