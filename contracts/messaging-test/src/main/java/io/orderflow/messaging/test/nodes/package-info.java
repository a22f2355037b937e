/// Private nodes on this machine, made of what the system's packages installed. Needs nothing but the JDK,
/// because what starts the whole system on one machine uses it too.
@NullMarked
package io.orderflow.messaging.test.nodes;

import org.jspecify.annotations.NullMarked;
