/// What may be asked of payment by people.
@NullMarked
package io.orderflow.payment.application;

import org.jspecify.annotations.NullMarked;
