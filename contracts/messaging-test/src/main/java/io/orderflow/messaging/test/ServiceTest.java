package io.orderflow.messaging.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/// A test of one whole service on a real broker and a real database. The service listens on a random port;
/// its facts arrive and are heard through [FactsOnTheWire]; its log-ins are `operator` for the
/// business and `operations` for the actuator, both with the password `test`.
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "orderflow.operator.password=test",
            "orderflow.operations.passwords.operations=test",
            "orderflow.start.check=false",
            "orderflow.leave=0s"
        })
@AutoConfigureRestTestClient
@Import(BrokerAndDatabase.class)
@ExtendWith(EachTestListensAnew.class)
public @interface ServiceTest {}
