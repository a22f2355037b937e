/// Faults of the broker: killed, restarted, stopped, frozen, alarmed, cut off.
@NullMarked
package io.orderflow.faults.broker;

import org.jspecify.annotations.NullMarked;
