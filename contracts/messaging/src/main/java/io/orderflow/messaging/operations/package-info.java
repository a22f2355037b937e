/// Operations: what operators see and do when something went wrong, behind a log-in of their own, and the record of
/// all that they did.
@NullMarked
package io.orderflow.messaging.operations;

import org.jspecify.annotations.NullMarked;
