/// That the usual way goes its way.
@NullMarked
package io.orderflow.usual;

import org.jspecify.annotations.NullMarked;
