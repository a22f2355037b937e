/// The reactions of a service that breaks every rule, each once.
@NullMarked
package io.orderflow.untidy.reactions;

import org.jspecify.annotations.NullMarked;
