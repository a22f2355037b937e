/// Hearing: one batch of messages is one transaction with its inbox rows, the reactions' changes and what they say,
/// and the ack comes after the commit. What fails is run again alone; what goes on failing climbs the ladder, and at
/// last is parked.
@NullMarked
package io.orderflow.messaging.inbox;

import org.jspecify.annotations.NullMarked;
