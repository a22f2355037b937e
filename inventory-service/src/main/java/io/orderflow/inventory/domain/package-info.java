/// What is true of products and of what orders take from them, and what follows. Pure: no Spring, no database.
@NullMarked
package io.orderflow.inventory.domain;

import org.jspecify.annotations.NullMarked;
