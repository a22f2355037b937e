/// The domain of a service that keeps every rule.
@NullMarked
package io.orderflow.tidy.domain;

import org.jspecify.annotations.NullMarked;
