/// What the operator may ask: the summary, and the story of each order.
@NullMarked
package io.orderflow.analytics.api;

import org.jspecify.annotations.NullMarked;
