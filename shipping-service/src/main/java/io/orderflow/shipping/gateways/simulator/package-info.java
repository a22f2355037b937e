/// A carrier that carries nothing, with addresses for each outcome and durable books of its own.
@NullMarked
package io.orderflow.shipping.gateways.simulator;

import org.jspecify.annotations.NullMarked;
