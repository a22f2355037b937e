/// What the stock does, proven without Spring or a database.
@NullMarked
package io.orderflow.inventory.domain;

import org.jspecify.annotations.NullMarked;
