package io.orderflow.order;

import io.orderflow.messaging.test.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/// A test of the whole order service. A message that fails is parked soon.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ServiceTest
@TestPropertySource(properties = "orderflow.messaging.ladder=50ms,80ms")
@interface WholeService {}
