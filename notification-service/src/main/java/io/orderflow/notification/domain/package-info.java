/// Who is written to about what, and how often: once. Pure: no Spring, no database, no mail.
@NullMarked
package io.orderflow.notification.domain;

import org.jspecify.annotations.NullMarked;
