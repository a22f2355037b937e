/// The model check: the services' own decisions on an exchange in memory, and every schedule there is.
@NullMarked
package io.orderflow.model;

import org.jspecify.annotations.NullMarked;
