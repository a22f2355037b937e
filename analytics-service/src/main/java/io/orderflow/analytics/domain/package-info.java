/// What must always hold, as rules over facts: pure, so that they can be tried on every story there is.
@NullMarked
package io.orderflow.analytics.domain;

import org.jspecify.annotations.NullMarked;
