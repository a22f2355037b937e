/// What the benchmark reckons, and that it runs.
@NullMarked
package io.orderflow.bench;

import org.jspecify.annotations.NullMarked;
