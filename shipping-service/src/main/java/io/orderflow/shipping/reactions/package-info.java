/// What shipping does when something happened elsewhere: notes what is to be shipped, and ships it.
@NullMarked
package io.orderflow.shipping.reactions;

import org.jspecify.annotations.NullMarked;
