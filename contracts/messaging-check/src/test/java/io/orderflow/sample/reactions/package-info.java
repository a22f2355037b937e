/// What the sample does when something happened elsewhere.
@NullMarked
package io.orderflow.sample.reactions;

import org.jspecify.annotations.NullMarked;
