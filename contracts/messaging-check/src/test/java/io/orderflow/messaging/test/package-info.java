/// Claims about what tests borrow.
@NullMarked
package io.orderflow.messaging.test;

import org.jspecify.annotations.NullMarked;
