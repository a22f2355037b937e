package io.orderflow.payment.domain;

import static io.orderflow.payment.domain.PaymentFixtures.ORDER;
import static io.orderflow.payment.domain.PaymentFixtures.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdempotencyKeyTest {
    private final Operation charge = new Operation.Charge(ORDER, TOTAL, "tok_approved");
    private final Operation refund = new Operation.Refund(ORDER, TOTAL, "ch_1", 1);

    @Test
    void the_same_operation_has_the_same_key_for_ever() {
        assertThat(charge.key()).isEqualTo(new Operation.Charge(ORDER, TOTAL, "tok_approved").key());
        assertThat(charge.key()).hasToString("377b0a0a-0455-582b-a7ee-7d4ec1d553f3");
    }

    @Test
    void another_sequence_of_a_refund_has_another_key() {
        assertThat(refund.key()).isNotEqualTo(new Operation.Refund(ORDER, TOTAL, "ch_1", 2).key());
    }

    @Test
    void it_is_a_uuid_of_version_5() {
        assertThat(charge.key().version()).isEqualTo(5);
        assertThat(charge.key().variant()).isEqualTo(2);
    }

    @Test
    void another_kind_another_sequence_and_another_order_have_keys_of_their_own() {
        assertThat(charge.key())
                .isNotEqualTo(refund.key())
                .isNotEqualTo(IdempotencyKey.of(ORDER, "charge", 2))
                .isNotEqualTo(IdempotencyKey.of(new UUID(1, 2), "charge", 1));
    }
}
