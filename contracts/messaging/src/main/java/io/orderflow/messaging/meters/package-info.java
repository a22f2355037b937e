/// Figures about the service that whoever scrapes it sees: looked up only when somebody asks.
@NullMarked
package io.orderflow.messaging.meters;

import org.jspecify.annotations.NullMarked;
