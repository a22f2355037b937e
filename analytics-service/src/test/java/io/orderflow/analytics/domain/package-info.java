/// Tests of what must always hold.
@NullMarked
package io.orderflow.analytics.domain;

import org.jspecify.annotations.NullMarked;
