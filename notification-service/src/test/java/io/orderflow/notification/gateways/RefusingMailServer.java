package io.orderflow.notification.gateways;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A mail server that answers each recipient with the reply that stands in the address before the `@`, such as `550`;
/// whoever has no number there is welcome.
public final class RefusingMailServer implements AutoCloseable {
    private final Refusing managers = new Refusing();
    private final SmtpServer server;

    /// Starts it, on any free port.
    public RefusingMailServer() {
        server = new SmtpServer(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP), managers);
        server.startService();
        try {
            server.waitTillRunning(10_000);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    /// Its port.
    public int port() {
        return server.getPort();
    }

    /// What it took for an address.
    public List<MimeMessage> received(String email) {
        GreenMailUser user = managers.getUserManager().getUserByEmail(email);
        if (user == null) {
            return List.of();
        }
        try {
            return managers.getImapHostManager().getInbox(user).getMessages().stream()
                    .map(stored -> stored.getMimeMessage())
                    .toList();
        } catch (FolderException lost) {
            throw new IllegalStateException(lost);
        }
    }

    @Override
    public void close() {
        server.stopService();
    }

    private static final class Refusing extends Managers {
        private final SmtpManager manager = new SmtpManager(super.getImapHostManager(), super.getUserManager()) {
            @Override
            public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
                String reply = recipient.getEmail().split("@", 2)[0];
                return reply.matches("[45][0-9]{2}")
                        ? reply + " <" + recipient.getEmail() + "> is not wanted here"
                        : null;
            }
        };

        @Override
        public SmtpManager getSmtpManager() {
            return manager;
        }
    }
}
