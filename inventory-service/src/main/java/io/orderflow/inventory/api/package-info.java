/// How people ask, and what they see.
@NullMarked
package io.orderflow.inventory.api;

import org.jspecify.annotations.NullMarked;
