/// What analytics does with every event: it keeps it.
@NullMarked
package io.orderflow.analytics.reactions;

import org.jspecify.annotations.NullMarked;
