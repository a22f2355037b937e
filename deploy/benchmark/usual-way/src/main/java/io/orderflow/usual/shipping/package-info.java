/// Ships what is paid for and deducted.
@NullMarked
package io.orderflow.usual.shipping;

import org.jspecify.annotations.NullMarked;
