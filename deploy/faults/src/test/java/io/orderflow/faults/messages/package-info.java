@NullMarked
package io.orderflow.faults.messages;

import org.jspecify.annotations.NullMarked;
