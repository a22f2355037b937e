/// Customers: what they order, at which pace, and how they behave when something goes wrong.
@NullMarked
package io.orderflow.faults.load;

import org.jspecify.annotations.NullMarked;
