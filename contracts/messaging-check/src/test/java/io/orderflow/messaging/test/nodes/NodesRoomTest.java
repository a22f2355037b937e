package io.orderflow.messaging.test.nodes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = RabbitNode.class, importOptions = DoNotIncludeTests.class)
class NodesRoomTest {
    @ArchTest
    static final ArchRule NODES_NEED_ONLY_THE_JDK = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "io.orderflow.messaging.test.nodes..")
            .because("what starts the whole system on one machine takes this package without what it came with");
}
