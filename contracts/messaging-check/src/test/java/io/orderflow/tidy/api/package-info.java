/// The api of a service that keeps every rule.
@NullMarked
package io.orderflow.tidy.api;

import org.jspecify.annotations.NullMarked;
