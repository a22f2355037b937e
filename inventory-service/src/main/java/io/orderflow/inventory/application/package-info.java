/// What the operator may ask: to list a product, to book goods in.
@NullMarked
package io.orderflow.inventory.application;

import org.jspecify.annotations.NullMarked;
