/// One transaction for what many threads want committed at once.
@NullMarked
package io.orderflow.messaging.group;

import org.jspecify.annotations.NullMarked;
