package io.orderflow.notification.gateways;

import io.orderflow.notification.domain.Delivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/// Which mailbox there is: the mail server of `spring.mail.host`; without one, messages stay here to be read.
@Configuration(proxyBeanMethods = false)
class Mailboxes {
    private static final Logger LOG = LoggerFactory.getLogger(Mailboxes.class);

    @Bean
    Mailbox mailbox(
            @Value("${spring.mail.host:}") String host,
            ObjectProvider<JavaMailSender> sender,
            NotificationSettings settings) {
        if (host.isBlank()) {
            LOG.info("No mail server is configured (spring.mail.host): messages are kept at /notifications");
            return _ -> new Delivery.Sent("inbox");
        }
        LOG.info("Messages leave through the mail server {}", host);
        return new MailServer(sender.getObject(), settings);
    }
}
