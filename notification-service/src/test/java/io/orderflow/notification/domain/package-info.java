/// Who is written to about what, proven without Spring, a database or mail.
@NullMarked
package io.orderflow.notification.domain;

import org.jspecify.annotations.NullMarked;
