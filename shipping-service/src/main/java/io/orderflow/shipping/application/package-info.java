/// What may be asked of shipping by people.
@NullMarked
package io.orderflow.shipping.application;

import org.jspecify.annotations.NullMarked;
