/// The gateways of a service that keeps every rule.
@NullMarked
package io.orderflow.tidy.gateways;

import org.jspecify.annotations.NullMarked;
