@NullMarked
package io.orderflow.faults.invariants;

import org.jspecify.annotations.NullMarked;
