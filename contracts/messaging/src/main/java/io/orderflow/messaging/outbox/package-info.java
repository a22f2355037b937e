/// The outbox: facts are written in the transaction that they tell of, and a relay brings them to the broker. A fact
/// counts as sent when the broker has confirmed it and has not returned it.
@NullMarked
package io.orderflow.messaging.outbox;

import org.jspecify.annotations.NullMarked;
