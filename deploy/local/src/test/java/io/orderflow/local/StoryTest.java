package io.orderflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StoryTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Story story = new Story(new Progress(new PrintStream(printed, false, StandardCharsets.UTF_8)));

    @Test
    void each_entry_is_told_once_with_the_time_that_has_passed() {
        String created =
                "{'number':1,'type':'v1.order.created','occurredAt':'2026-11-20T10:00:00.000Z','sentence':'Accepted.'}";
        String paid =
                "{'number':2,'type':'v1.payment.processed','occurredAt':'2026-11-20T10:00:01.250Z','sentence':'Paid.'}";

        look("PENDING", created);
        look("PAID", created + "," + paid);

        assertThat(story.status()).isEqualTo("PAID");
        assertThat(printed.toString(StandardCharsets.UTF_8).lines().map(String::strip))
                .containsExactly(
                        "+0.000 s  v1.order.created                 Accepted.",
                        "+1.250 s  v1.payment.processed             Paid.");
    }

    private void look(String status, String timeline) {
        String order = "{'status':'" + status + "','timeline':[" + timeline + "]}";
        story.tell(JsonMapper.builder().build().readTree(order.replace('\'', '"')));
    }
}
