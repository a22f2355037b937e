/// Starting: a service waits for a database that is not there yet and says so, and refuses a wrong configuration in
/// one sentence that names the property.
@NullMarked
package io.orderflow.messaging.start;

import org.jspecify.annotations.NullMarked;
