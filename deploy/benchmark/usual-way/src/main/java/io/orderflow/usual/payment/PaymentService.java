package io.orderflow.usual.payment;

import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.usual.Rabbit;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Charges and gives back, by a provider who answers at once.
@Service
public class PaymentService {
    private final PaymentRepository payments;
    private final Rabbit.Publisher publisher;

    PaymentService(PaymentRepository payments, Rabbit.Publisher publisher) {
        this.payments = payments;
        this.publisher = publisher;
    }

    /// Asks the provider, saves and publishes.
    @Transactional
    public void charge(OrderCreated event) {
        Optional<String> reference = charged(event.payment().token());
        if (reference.isEmpty()) {
            payments.save(new Payment(event.orderId(), event.total(), "", "FAILED"));
            publisher.publish(new PaymentFailed(event.orderId(), Instant.now(), event.total(), "card-declined"));
            return;
        }
        payments.save(new Payment(event.orderId(), event.total(), reference.get(), "CAPTURED"));
        publisher.publish(new PaymentProcessed(event.orderId(), Instant.now(), event.total(), reference.get()));
    }

    /// Gives back what cannot be delivered.
    @Transactional
    public void refund(InventoryUpdateFailed event) {
        Payment payment = payments.findByOrderId(event.orderId()).orElseThrow();
        payment.becomes("REFUNDED");
        publisher.publish(new PaymentRefunded(
                event.orderId(), Instant.now(), payment.amount(), event.reason(), payment.reference()));
    }

    private static Optional<String> charged(String token) {
        return token.equals("tok_approved") ? Optional.of("sim_" + UUID.randomUUID()) : Optional.empty();
    }
}
