/// Threads that go on for as long as the service runs: they sleep until woken, and come back from every failure.
@NullMarked
package io.orderflow.messaging.loop;

import org.jspecify.annotations.NullMarked;
