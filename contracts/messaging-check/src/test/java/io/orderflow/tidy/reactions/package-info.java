/// The reactions of a service that keeps every rule.
@NullMarked
package io.orderflow.tidy.reactions;

import org.jspecify.annotations.NullMarked;
