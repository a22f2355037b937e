/// The benchmark behind `deploy/bench`: puts load on a system over HTTP, hears over AMQP what has ended, and
/// reads from the kernel, the broker and PostgreSQL what it cost.
@NullMarked
package io.orderflow.bench;

import org.jspecify.annotations.NullMarked;
