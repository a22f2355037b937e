/// What the operator may have done: comparing figures with those who own them.
@NullMarked
package io.orderflow.analytics.application;

import org.jspecify.annotations.NullMarked;
