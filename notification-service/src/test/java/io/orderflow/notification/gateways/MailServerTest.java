package io.orderflow.notification.gateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.orderflow.notification.domain.Delivery;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailServerTest {
    private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final RefusingMailServer refusing = new RefusingMailServer();
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void start() {
        greenMail.start();
    }

    @AfterEach
    void stop() {
        greenMail.stop();
        refusing.close();
    }

    @Test
    void a_message_arrives_as_it_was_written() throws Exception {
        assertThat(mailbox(greenMail.getSmtp().getPort()).send(to("Žofie Nováková", "zofie@example.org")))
                .isEqualTo(new Delivery.Sent("mail"));
        MimeMessage message = greenMail.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("We have received your payment of €25.80");
        assertThat(((String) message.getContent()).strip()).isEqualTo("Hello Žofie,\r\n\r\nthank you: €25.80.");
        assertThat(message.getFrom()[0])
                .isEqualTo(new InternetAddress("orders@orderflow.example", "Orderflow"))
                .extracting(from -> ((InternetAddress) from).getPersonal())
                .isEqualTo("Orderflow");
        var to = (InternetAddress) message.getRecipients(Message.RecipientType.TO)[0];
        assertThat(to.getAddress()).isEqualTo("zofie@example.org");
        assertThat(to.getPersonal()).isEqualTo("Žofie Nováková");
        assertThat(message.getSentDate()).isNotNull();
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void a_message_that_is_sent_again_bears_the_same_id() throws Exception {
        Mailbox mailbox = mailbox(greenMail.getSmtp().getPort());
        mailbox.send(to("Ada", "ada@example.org"));
        mailbox.send(to("Ada", "ada@example.org"));
        assertThat(greenMail.getReceivedMessages())
                .hasSize(2)
                .extracting(MimeMessage::getMessageID)
                .containsOnly("<" + id + "@orderflow.example>");
    }

    @Test
    void a_name_cannot_add_a_header_or_a_recipient() throws Exception {
        mailbox(greenMail.getSmtp().getPort()).send(to("Ada\r\nBcc: eve@example.org", "ada@example.org"));
        MimeMessage message = greenMail.getReceivedMessages()[0];
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
    }

    @Test
    void an_address_that_is_refused_for_good_is_given_up_without_being_named() throws Exception {
        assertThat(mailbox(refusing.port()).send(to("Ada", "550@example.org")))
                .isEqualTo(new Delivery.GivenUp("The mail server refuses the address for good (550)."));
    }

    @Test
    void an_address_that_is_none_is_given_up() throws Exception {
        assertThat(mailbox(refusing.port()).send(to("Ada", "ada@@example.org\r\nRCPT TO:<eve@example.org>")))
                .isEqualTo(new Delivery.GivenUp("The address is not one that mail can be sent to."));
    }

    @Test
    void an_address_that_is_refused_for_the_moment_may_be_tried_again() {
        assertThatExceptionOfType(NotTaken.class)
                .isThrownBy(() -> mailbox(refusing.port()).send(to("Ada", "451@example.org")))
                .withMessage("the mail server refuses the address for the moment (451)");
    }

    @Test
    void a_server_that_is_away_may_be_back_next_time() {
        int port = refusing.port();
        refusing.close();
        assertThatExceptionOfType(MailSendException.class)
                .isThrownBy(() -> mailbox(port).send(to("Ada", "ada@example.org")));
    }

    private Mail to(String name, String email) {
        return new Mail(
                id, name, email, "We have received your payment of €25.80", "Hello Žofie,\n\nthank you: €25.80.\n", 1);
    }

    private static Mailbox mailbox(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new MailServer(
                sender, new NotificationSettings("orders@orderflow.example", "Orderflow", 8, Duration.ofSeconds(5)));
    }
}
