/// Faults of service processes: killed, frozen, ended in order.
@NullMarked
package io.orderflow.faults.services;

import org.jspecify.annotations.NullMarked;
