/// How the service's database is, told without flapping.
@NullMarked
package io.orderflow.messaging.health;

import org.jspecify.annotations.NullMarked;
