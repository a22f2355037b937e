/// The analytics service: keeps every event, and what can be counted and timed from them.
@NullMarked
package io.orderflow.analytics;

import org.jspecify.annotations.NullMarked;
