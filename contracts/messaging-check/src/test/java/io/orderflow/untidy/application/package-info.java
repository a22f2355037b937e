/// The application of a service that breaks every rule, each once.
@NullMarked
package io.orderflow.untidy.application;

import org.jspecify.annotations.NullMarked;
