package io.orderflow.shipping.api;

import io.orderflow.messaging.web.Refusal;
import io.orderflow.shipping.gateways.CarrierSignature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/// Stands before everything that a carrier sends: nothing of a body is looked at before its signature is found to
/// be right, over the bytes exactly as they came.
@ControllerAdvice
class SignedByCarrier extends RequestBodyAdviceAdapter {
    private final Optional<CarrierSignature> signature;
    private final Clock clock;

    SignedByCarrier(Optional<CarrierSignature> signature, Clock clock) {
        this.signature = signature;
        this.clock = clock;
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return parameter.getParameterType() == DeliveryNotice.class;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        byte[] body = message.getBody().readAllBytes();
        refuseUnlessSigned(message.getHeaders(), body);
        return new AsItCame(message.getHeaders(), body);
    }

    @Override
    public @Nullable Object handleEmptyBody(
            @Nullable Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        refuseUnlessSigned(message.getHeaders(), new byte[0]);
        return body;
    }

    private void refuseUnlessSigned(HttpHeaders headers, byte[] body) {
        CarrierSignature expected = signature.orElseThrow(() -> new Refusal(
                HttpStatus.FORBIDDEN,
                "deliveries-not-taken",
                "Deliveries are not taken",
                "No carrier reports here: orderflow.shipping.webhook.secret is not set."));
        @Nullable
        String wrong = expected.wrong(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                body,
                clock.instant());
        if (wrong != null) {
            var refusal = new Refusal(HttpStatus.UNAUTHORIZED, "wrong-signature", "Wrong signature", wrong);
            refusal.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Standard-Webhooks");
            throw refusal;
        }
    }

    private record AsItCame(HttpHeaders headers, byte[] body) implements HttpInputMessage {
        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }
    }
}
