/// How people ask, and what they see.
@NullMarked
package io.orderflow.order.api;

import org.jspecify.annotations.NullMarked;
