/// What must hold once the orders have ended, and how it is looked up.
@NullMarked
package io.orderflow.faults.invariants;

import org.jspecify.annotations.NullMarked;
