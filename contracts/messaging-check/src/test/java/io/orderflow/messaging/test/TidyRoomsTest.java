package io.orderflow.messaging.test;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeJars;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/// How a service's own test of its rooms looks.
@AnalyzeClasses(packages = "io.orderflow.tidy", importOptions = DoNotIncludeJars.class)
class TidyRoomsTest {
    @ArchTest
    static final ArchTests rooms = ArchTests.in(RoomRules.class);
}
