/// Claims about what is kept.
@NullMarked
package io.orderflow.analytics.gateways;

import org.jspecify.annotations.NullMarked;
