/// A payment provider that moves no money, with test cards for each outcome and a durable ledger of its own.
@NullMarked
package io.orderflow.payment.gateways.simulator;

import org.jspecify.annotations.NullMarked;
