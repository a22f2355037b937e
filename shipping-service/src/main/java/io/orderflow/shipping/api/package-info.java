/// How the operator asks, and what the operator sees.
@NullMarked
package io.orderflow.shipping.api;

import org.jspecify.annotations.NullMarked;
