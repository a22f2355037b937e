@NullMarked
package io.orderflow.messaging.health;

import org.jspecify.annotations.NullMarked;
