/// Claims about the analytics service as a whole, and the stories that they tell it.
@NullMarked
package io.orderflow.analytics;

import org.jspecify.annotations.NullMarked;
