package io.orderflow.messaging.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.orderflow.messaging.ReactTo;
import io.orderflow.messaging.Reactions;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;

/// The walls between the rooms of a service: `domain`, `application`, `reactions`, `api`, `gateways`. A
/// service's test of them is `@ArchTest static final ArchTests rooms = ArchTests.in(RoomRules.class);`. A
/// room that a service does not need is not missed.
public final class RoomRules {
    private static final String DOMAIN = "io.orderflow.*.domain..";
    private static final String APPLICATION = "io.orderflow.*.application..";
    private static final String REACTIONS = "io.orderflow.*.reactions..";
    private static final String API = "io.orderflow.*.api..";
    private static final String GATEWAYS = "io.orderflow.*.gateways..";

    private static final String NAME_THAT_SAYS_NOTHING =
            ".*[.$](\\w*(Impl|Manager|Helper|Utils?|Dto|DTO|Entity)|Base([A-Z]\\w*)?)";

    @ArchTest
    static final ArchRule DOMAIN_IS_PURE = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "jakarta.persistence..", "io.orderflow.events..", DOMAIN)
            .allowEmptyShould(true)
            .because(
                    "a decision that needs neither Spring nor a database can be tried in millions of orders of arrival");

    @ArchTest
    static final ArchRule REACTIONS_DO_NOT_CALL_APPLICATION = noClasses()
            .that()
            .resideInAPackage(REACTIONS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(APPLICATION)
            .allowEmptyShould(true)
            .because("from broker to domain it is one hop: what happened elsewhere is no use case of a person");

    @ArchTest
    static final ArchRule APPLICATION_DOES_NOT_CALL_REACTIONS = noClasses()
            .that()
            .resideInAPackage(APPLICATION)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(REACTIONS)
            .allowEmptyShould(true)
            .because("what two of them need belongs into the domain");

    @ArchTest
    static final ArchRule API_DOES_NOT_USE_REACTIONS = noClasses()
            .that()
            .resideInAPackage(API)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(REACTIONS)
            .allowEmptyShould(true)
            .because("only the starter calls reactions, with a transaction and an inbox around them");

    @ArchTest
    static final ArchRule GATEWAYS_SERVE = noClasses()
            .that()
            .resideInAPackage(GATEWAYS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(REACTIONS, API)
            .allowEmptyShould(true)
            .because("a gateway is asked; it asks nobody but the world outside");

    @ArchTest
    static final ArchRule SERVICES_ARE_STRANGERS = classes()
            .that()
            .resideInAPackage("io.orderflow..")
            .should(new StayInTheirService())
            .allowEmptyShould(true)
            .because("services share words and mechanism, nothing else: each is built and rolled back alone");

    @ArchTest
    static final ArchRule ROOMS_HAVE_NO_CYCLES = slices().matching("io.orderflow.(*).(*)..")
            .namingSlices("$2 of $1")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true)
            .because("rooms that need each other are one room");

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION = NO_CLASSES_SHOULD_USE_FIELD_INJECTION
            .allowEmptyShould(true)
            .because("what a class needs stands in its constructor");

    @ArchTest
    static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .should()
            .haveNameMatching(NAME_THAT_SAYS_NOTHING)
            .allowEmptyShould(true)
            .because("a name tells the role or the place, not the pattern");

    @ArchTest
    static final ArchRule REACTIONS_ARE_IN_REACTIONS = methods()
            .that()
            .areAnnotatedWith(ReactTo.class)
            .should()
            .beDeclaredInClassesThat()
            .resideInAPackage(REACTIONS)
            .andShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(Reactions.class)
            .allowEmptyShould(true)
            .because("whoever asks what a service reacts to looks into one room");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_IN_API = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .or()
            .areMetaAnnotatedWith(ControllerAdvice.class)
            .should()
            .resideInAPackage(API)
            .allowEmptyShould(true)
            .because("whoever asks what a service can be asked looks into one room");

    /// Two versions of a service run side by side on one schema, whatever the classes are.
    @ArchTest
    static void migrations_only_expand(JavaClasses any) {
        List<String> faults = Migrations.faults();
        if (!faults.isEmpty()) {
            throw new AssertionError("migrations only expand, because two versions run side by side on one schema: "
                    + String.join("; ", faults));
        }
    }

    private RoomRules() {}
}
