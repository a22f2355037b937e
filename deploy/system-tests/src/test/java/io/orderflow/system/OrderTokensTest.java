package io.orderflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.system.Shop.Line;
import io.orderflow.system.Shop.Placed;
import io.orderflow.system.Shop.Wish;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// An order is there for whoever holds its token and for the operator; for everyone else it is as if there were none.
@ExtendWith(Orderflow.Running.class)
class OrderTokensTest {
    private Shop shop;
    private Placed mine;
    private Placed another;

    @BeforeEach
    void enter(Orderflow orderflow) {
        shop = orderflow.shop();
        String sku = shop.listProduct("3.00", 2);
        mine = shop.place(Wish.of(new Line(sku, 1)));
        another = shop.place(Wish.of(new Line(sku, 1)));
    }

    @Test
    void an_order_is_shown_to_whoever_holds_its_token_and_to_the_operator() {
        String url = url(mine.orderId());

        assertThat(shop.http().get(url, "Order-Token", mine.accessToken()).status())
                .isEqualTo(200);
        assertThat(shop.http().get(url + "?token=" + mine.accessToken()).status())
                .isEqualTo(200);
        assertThat(shop.asOperator("GET", url, null).status()).isEqualTo(200);
        assertThat(shop.http().get(shop.value("ORDER_URL") + "/orders").status())
                .isEqualTo(401);
        assertThat(mine.accessToken()).as("long enough not to be guessed").hasSizeGreaterThanOrEqualTo(22);
    }

    @Test
    void to_everyone_else_an_order_looks_like_one_that_does_not_exist() {
        String token = mine.accessToken();
        for (String action : List.of("", "/cancellation", "/events")) {
            String method = action.equals("/cancellation") ? "POST" : "GET";
            var answers = new LinkedHashMap<String, String>();
            for (String id : List.of(mine.orderId(), UUID.randomUUID().toString())) {
                for (String wrong : wrongTokens(token)) {
                    answers.put(id + " with " + wrong, seen(method, id, action, "Order-Token", wrong));
                }
                answers.put(id + " with nothing", seen(method, id, action));
                answers.put(id + "?token=", seen(method, id, action + "?token="));
                answers.put(id + "?token=…", seen(method, id, action + "?token=" + another.accessToken()));
            }
            assertThat(answers)
                    .allSatisfy((how, answer) -> assertThat(answer)
                            .as("%s %s", action, how)
                            .startsWith(action.equals("/events") ? "4" : "404")
                            .isEqualTo(answers.values().iterator().next()));
        }
        assertThat(shop.order(mine).path("cancellation").isMissingNode())
                .as("nobody has cancelled it")
                .isTrue();
    }

    private List<String> wrongTokens(String token) {
        var wrong = new ArrayList<>(List.of(
                another.accessToken(), "guessed", "null", "%", "'", token + "x", token.substring(1), token + token));
        String lower = token.toLowerCase(Locale.ROOT);
        if (!lower.equals(token)) {
            wrong.add(lower);
        }
        return wrong;
    }

    /// All that an asker can tell: status, headers but the date, and the body without the id that was asked for.
    private String seen(String method, String id, String action, String... headers) {
        Http.Answer answer = shop.http().send(method, url(id) + action, null, headers);
        Map<String, List<String>> told = new LinkedHashMap<>(answer.headers());
        told.remove("date");
        return (answer.status() + " " + told + " " + answer.body()).replace(id, "…");
    }

    private String url(String id) {
        return shop.value("ORDER_URL") + "/orders/" + id;
    }
}
