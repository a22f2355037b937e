/// The saga as tutorials build it: save a row, send a message; six times.
@NullMarked
package io.orderflow.usual;

import org.jspecify.annotations.NullMarked;
