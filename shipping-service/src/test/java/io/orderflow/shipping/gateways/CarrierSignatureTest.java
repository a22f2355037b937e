package io.orderflow.shipping.gateways;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.shipping.ShippingTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The example of Standard Webhooks, right and spoilt.
class CarrierSignatureTest {
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIME = "1614265330";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
    private static final String RIGHT = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Instant THEN = Instant.ofEpochSecond(1614265330);

    private final CarrierSignature signature = CarrierSignature.withSecret(ShippingTest.SECRET);

    @Test
    void the_example_of_the_standard_is_right() {
        assertThat(signature.sign(ID, TIME, BODY)).isEqualTo(RIGHT);
        assertThat(signature.wrong(ID, TIME, RIGHT, BODY, THEN)).isNull();
    }

    @Test
    void one_right_signature_of_several_is_enough() {
        assertThat(signature.wrong(ID, TIME, "v1,b3RoZXI= v1a,b3RoZXI= " + RIGHT, BODY, THEN))
                .isNull();
    }

    @Test
    void it_is_right_for_five_minutes_before_and_after() {
        assertThat(signature.wrong(ID, TIME, RIGHT, BODY, THEN.plusSeconds(300)))
                .isNull();
        assertThat(signature.wrong(ID, TIME, RIGHT, BODY, THEN.minusSeconds(300)))
                .isNull();
        assertThat(signature.wrong(ID, TIME, RIGHT, BODY, THEN.plusSeconds(301)))
                .contains("5 minutes");
        assertThat(signature.wrong(ID, TIME, RIGHT, BODY, THEN.minusSeconds(301)))
                .contains("5 minutes");
    }

    @Test
    void whatever_is_changed_makes_it_wrong() {
        assertThat(signature.wrong(ID, TIME, RIGHT, "{\"test\":2432232314}".getBytes(UTF_8), THEN))
                .isNotNull();
        assertThat(signature.wrong("msg_other", TIME, RIGHT, BODY, THEN)).isNotNull();
        assertThat(signature.wrong(ID, "1614265331", RIGHT, BODY, THEN)).isNotNull();
        assertThat(CarrierSignature.withSecret("another secret of 24 byte").wrong(ID, TIME, RIGHT, BODY, THEN))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 1614265330, 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='",
                "msg_p5jXN8AQM9LWM0D4loKWxJek, -, 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='",
                "msg_p5jXN8AQM9LWM0D4loKWxJek, soon, 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='",
                "msg_p5jXN8AQM9LWM0D4loKWxJek, 1614265330, -",
                "msg_p5jXN8AQM9LWM0D4loKWxJek, 1614265330, ''",
                "msg_p5jXN8AQM9LWM0D4loKWxJek, 1614265330, 'v1,'",
                "msg_p5jXN8AQM9LWM0D4loKWxJek, 1614265330, 'g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='",
                "msg_p5jXN8AQM9LWM0D4loKWxJek, 1614265330, 'v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='",
            })
    void missing_or_malformed_headers_are_wrong(String id, String time, String signatures) {
        assertThat(signature.wrong(id, time, signatures, BODY, THEN)).isNotNull();
    }
}
