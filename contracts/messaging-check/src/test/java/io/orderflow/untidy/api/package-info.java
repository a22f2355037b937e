/// The api of a service that breaks every rule, each once.
@NullMarked
package io.orderflow.untidy.api;

import org.jspecify.annotations.NullMarked;
