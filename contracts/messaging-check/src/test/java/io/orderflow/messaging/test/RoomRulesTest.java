package io.orderflow.messaging.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RoomRulesTest {
    private static final JavaClasses TIDY = new ClassFileImporter().importPackages("io.orderflow.tidy");
    private static final JavaClasses UNTIDY =
            new ClassFileImporter().importPackages("io.orderflow.untidy", "io.orderflow.tidy");
    private static final JavaClasses NOTHING = new ClassFileImporter().importPackages("io.orderflow.nowhere");

    @ParameterizedTest
    @CsvSource({
        "DOMAIN_IS_PURE, untidy.domain.KnowsSpring",
        "REACTIONS_DO_NOT_CALL_APPLICATION, untidy.reactions.CallsApplication",
        "APPLICATION_DOES_NOT_CALL_REACTIONS, untidy.application.CallsReactions",
        "API_DOES_NOT_USE_REACTIONS, untidy.api.DrivesReactions",
        "GATEWAYS_SERVE, untidy.gateways.AsksTheApi",
        "SERVICES_ARE_STRANGERS, untidy.domain.UsesAStranger",
        "ROOMS_HAVE_NO_CYCLES, application of untidy",
        "NO_FIELD_INJECTION, untidy.application.InjectsFields",
        "NAMES_SAY_SOMETHING, untidy.domain.OrderDto",
        "NAMES_SAY_SOMETHING, untidy.domain.BaseOrder",
        "REACTIONS_ARE_IN_REACTIONS, untidy.application.ReactsHere",
        "CONTROLLERS_ARE_IN_API, untidy.gateways.AnswersRequests"
    })
    void a_rule_sees_who_breaks_it(String rule, String offender) throws ReflectiveOperationException {
        var result = rule(RoomRules.class.getDeclaredField(rule)).evaluate(UNTIDY);

        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains(offender);
    }

    @ParameterizedTest
    @MethodSource("everyRule")
    void a_rule_lets_the_tidy_service_pass_and_misses_no_room(Field rule) throws ReflectiveOperationException {
        assertThat(rule(rule).evaluate(TIDY).getFailureReport().getDetails()).isEmpty();
        assertThat(rule(rule).evaluate(NOTHING).hasViolation()).isFalse();
        assertThat(rule(rule).getDescription()).contains("because");
    }

    @Test
    void every_rule_has_somebody_who_breaks_it() throws ReflectiveOperationException {
        for (Field rule : everyRule().toList()) {
            assertThat(rule(rule).evaluate(UNTIDY).hasViolation())
                    .as(rule.getName())
                    .isTrue();
        }
    }

    static Stream<Field> everyRule() {
        return Arrays.stream(RoomRules.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(ArchTest.class));
    }

    private static ArchRule rule(Field field) throws ReflectiveOperationException {
        return (ArchRule) field.get(null);
    }
}
