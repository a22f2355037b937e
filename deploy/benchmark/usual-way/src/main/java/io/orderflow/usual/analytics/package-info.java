/// Keeps every event.
@NullMarked
package io.orderflow.usual.analytics;

import org.jspecify.annotations.NullMarked;
