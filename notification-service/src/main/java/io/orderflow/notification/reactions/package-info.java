/// What notification does when something happened elsewhere: it writes, and sends what is written.
@NullMarked
package io.orderflow.notification.reactions;

import org.jspecify.annotations.NullMarked;
