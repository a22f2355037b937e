/// What inventory does when something happened elsewhere: it deducts, or puts back.
@NullMarked
package io.orderflow.inventory.reactions;

import org.jspecify.annotations.NullMarked;
