package io.orderflow.notification.gateways;

import io.orderflow.notification.domain.Delivery;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/// Sends messages through a mail server. Each carries a Message-ID made of the notification's id, so that one that is
/// sent again after a crash can be recognised as the same (RFC 5322, section 3.6.4).
class MailServer implements Mailbox {
    private final JavaMailSender sender;
    private final NotificationSettings settings;

    MailServer(JavaMailSender sender, NotificationSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    @Override
    public Delivery send(Mail mail) throws Exception {
        MimeMessage message = sender.createMimeMessage();
        try {
            message.setRecipient(Message.RecipientType.TO, recipient(mail));
        } catch (AddressException _) {
            return new Delivery.GivenUp("The address is not one that mail can be sent to.");
        }
        fill(message, mail);
        try {
            sender.send(message);
            return new Delivery.Sent("mail");
        } catch (MailSendException failed) {
            Optional<SMTPAddressFailedException> refused = refusal(failed);
            if (refused.isPresent()) {
                return refused(refused.get().getReturnCode());
            }
            throw failed;
        }
    }

    /// A reply of 500 or more is for good, one below that for the moment (RFC 5321, section 4.2.1).
    private static Delivery refused(int reply) throws NotTaken {
        if (reply >= 500) {
            return new Delivery.GivenUp("The mail server refuses the address for good (%d).".formatted(reply));
        }
        throw new NotTaken("the mail server refuses the address for the moment (%d)".formatted(reply));
    }

    private void fill(MimeMessage message, Mail mail) throws Exception {
        String utf8 = StandardCharsets.UTF_8.name();
        message.setFrom(new InternetAddress(settings.from(), settings.fromName(), utf8));
        message.setSubject(mail.subject(), utf8);
        message.setText(mail.body(), utf8);
        message.setHeader("Message-ID", "<%s@%s>".formatted(mail.id(), domain()));
        message.setHeader("Auto-Submitted", "auto-generated");
    }

    private static InternetAddress recipient(Mail mail) throws Exception {
        var address = new InternetAddress(mail.email(), true);
        address.setPersonal(mail.name(), StandardCharsets.UTF_8.name());
        return address;
    }

    private String domain() {
        return settings.from().substring(settings.from().lastIndexOf('@') + 1);
    }

    private static Optional<SMTPAddressFailedException> refusal(MailSendException failed) {
        for (Exception each : failed.getMessageExceptions()) {
            for (@Nullable Exception next = each; next != null; next = next(next)) {
                if (next instanceof SMTPAddressFailedException refused) {
                    return Optional.of(refused);
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable Exception next(Exception one) {
        return one instanceof MessagingException chained ? chained.getNextException() : null;
    }
}
