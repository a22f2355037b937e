@NullMarked
package io.orderflow.messaging.meters;

import org.jspecify.annotations.NullMarked;
