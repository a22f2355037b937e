/// Claims about what is folded from facts.
@NullMarked
package io.orderflow.analytics.reactions;

import org.jspecify.annotations.NullMarked;
