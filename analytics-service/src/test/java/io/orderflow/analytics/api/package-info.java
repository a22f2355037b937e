/// Claims about how it is asked.
@NullMarked
package io.orderflow.analytics.api;

import org.jspecify.annotations.NullMarked;
