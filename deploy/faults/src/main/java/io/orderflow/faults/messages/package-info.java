/// Faults of messages: doubled, shuffled, poisoned, forged.
@NullMarked
package io.orderflow.faults.messages;

import org.jspecify.annotations.NullMarked;
