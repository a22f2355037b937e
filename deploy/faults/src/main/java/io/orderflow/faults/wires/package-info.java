/// The wires between the services and what they depend on, as things that can be slow, silent or cut.
@NullMarked
package io.orderflow.faults.wires;

import org.jspecify.annotations.NullMarked;
