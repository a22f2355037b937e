/// Whole sagas on the whole system, from outside.
@NullMarked
package io.orderflow.system;

import org.jspecify.annotations.NullMarked;
