package io.orderflow.order;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.orderflow.messaging.test.RoomRules;

@AnalyzeClasses(packages = "io.orderflow.order", importOptions = DoNotIncludeTests.class)
class RoomsTest {
    @ArchTest
    static final ArchTests rooms = ArchTests.in(RoomRules.class);
}
