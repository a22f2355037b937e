/// A small service on which the tests of services are tested.
@NullMarked
package io.orderflow.sample;

import org.jspecify.annotations.NullMarked;
