/// The application of a service that keeps every rule.
@NullMarked
package io.orderflow.tidy.application;

import org.jspecify.annotations.NullMarked;
