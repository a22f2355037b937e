/// The launcher: broker, databases and the six services on one machine, without containers.
@NullMarked
package io.orderflow.local;

import org.jspecify.annotations.NullMarked;
