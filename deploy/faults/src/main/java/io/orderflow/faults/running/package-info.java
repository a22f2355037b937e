/// The running system as the suite sees it from outside: front doors, processes, databases, broker, HTTP.
@NullMarked
package io.orderflow.faults.running;

import org.jspecify.annotations.NullMarked;
