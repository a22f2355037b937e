/// What every service's tests borrow: a real broker and a real database, facts that arrive and facts that are
/// said, and the rules of the rooms.
@NullMarked
package io.orderflow.messaging.test;

import org.jspecify.annotations.NullMarked;
