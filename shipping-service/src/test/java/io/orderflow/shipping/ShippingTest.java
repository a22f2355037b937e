package io.orderflow.shipping;

import io.orderflow.messaging.test.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/// A test of the whole service, with a simulated carrier that is not so slow and delivers nothing for now, and a
/// secret with which carriers sign.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ServiceTest
@TestPropertySource(
        properties = {
            "orderflow.shipping.simulator.slow=200ms",
            "orderflow.shipping.simulator.delivers-after=10m",
            "orderflow.shipping.webhook.secret=" + ShippingTest.SECRET
        })
public @interface ShippingTest {
    /// The secret of the examples of Standard Webhooks.
    String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
}
