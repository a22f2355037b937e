/// The fault suite: faults against the running system under load, and what must hold after them.
@NullMarked
package io.orderflow.faults;

import org.jspecify.annotations.NullMarked;
