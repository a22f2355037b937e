@NullMarked
package io.orderflow.faults.load;

import org.jspecify.annotations.NullMarked;
