/// What payment does when something happened elsewhere: notes what is to be done, and does it.
@NullMarked
package io.orderflow.payment.reactions;

import org.jspecify.annotations.NullMarked;
