/// The domain of a service that breaks every rule, each once.
@NullMarked
package io.orderflow.untidy.domain;

import org.jspecify.annotations.NullMarked;
