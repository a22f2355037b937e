/// The gateways of a service that breaks every rule, each once.
@NullMarked
package io.orderflow.untidy.gateways;

import org.jspecify.annotations.NullMarked;
