/// Work: what has to be done outside a transaction, claimed with a lease from the row that owes it.
@NullMarked
package io.orderflow.messaging.work;

import org.jspecify.annotations.NullMarked;
