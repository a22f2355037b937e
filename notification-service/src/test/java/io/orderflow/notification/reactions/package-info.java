/// How often sending is tried.
@NullMarked
package io.orderflow.notification.reactions;

import org.jspecify.annotations.NullMarked;
