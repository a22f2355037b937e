/// Claims about private nodes.
@NullMarked
package io.orderflow.messaging.test.nodes;

import org.jspecify.annotations.NullMarked;
