// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Pattern;

@AnalyzeClasses(packages = "dev.clew", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    // Of java.lang and java.util, all but what other modules than java.base hold.
    private static final Pattern HOOKS_MAY_SEE = Pattern.compile("dev\\.clew\\.agent\\.hook"
            + "|java\\.lang(\\.(invoke|ref|reflect))?"
            + "|java\\.util(\\.(concurrent(\\.(atomic|locks))?|function|stream))?|java\\.(io|time)|jdk\\.internal\\..*");

    @ArchTest
    static final ArchRule modelDependsOnNothingOfOurs = classes().that().resideInAPackage("dev.clew.model..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "dev.clew.model..", "io.avaje.json..");

    @ArchTest
    static final ArchRule onlyTheCodecKnowsTheJsonLibrary = noClasses()
            .that().resideOutsideOfPackage("dev.clew.model.json")
            .should().dependOnClassesThat().resideInAPackage("io.avaje..");

    @ArchTest
    static final ArchRule monitorDependsOnTheModelAlone = classes().that().resideInAPackage("dev.clew.monitor..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "jdk.net..", "dev.clew.model..",
                    "dev.clew.monitor..");

    @ArchTest
    static final ArchRule terminalDependsOnMonitorAndModelAlone = classes()
            .that().resideInAPackage("dev.clew.terminal..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "dev.clew.model..", "dev.clew.monitor..",
                    "dev.clew.terminal..", "org.jline..");

    @ArchTest
    static final ArchRule onlyTheTerminalKnowsItsLibrary = noClasses()
            .that().resideOutsideOfPackage("dev.clew.terminal..")
            .should().dependOnClassesThat().resideInAPackage("org.jline..");

    @ArchTest
    static final ArchRule facesAreKnownToTheProgramAlone = noClasses()
            .that().resideOutsideOfPackages("dev.clew.cli..", "dev.clew.terminal..")
            .should().dependOnClassesThat().resideInAnyPackage("dev.clew.terminal..", "dev.clew.cli..");

    @ArchTest
    static final ArchRule applicationsAloneDependOnTheApi = noClasses()
            .that().resideOutsideOfPackage("dev.clew.api..")
            .should().dependOnClassesThat().resideInAPackage("dev.clew.api..");

    @ArchTest
    static final ArchRule theApiDependsOnTheJdkAlone = classes().that().resideInAPackage("dev.clew.api..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "dev.clew.api..");

    @ArchTest
    static final ArchRule hooksDependOnTheJdkAlone = classes().that().resideInAPackage("dev.clew.agent.hook..")
            .should().onlyDependOnClassesThat(baseOrHook())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theRecorderDoesNotKnowHowClassesAreTransformed = noClasses()
            .that().resideInAPackage("dev.clew.agent.record..")
            .should().dependOnClassesThat().resideInAPackage("dev.clew.agent.transform..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("dev.clew.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule everyPackageSaysWhatItIsFor = classes().should(haveAPackageInfo());

    private static DescribedPredicate<JavaClass> baseOrHook() {
        return DescribedPredicate.describe("are in java.base or are hooks", type -> type.getBaseComponentType()
                .isPrimitive() || HOOKS_MAY_SEE.matcher(type.getBaseComponentType().getPackageName()).matches());
    }

    private static ArchCondition<JavaClass> haveAPackageInfo() {
        return new ArchCondition<>("be in a package with a package-info") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                JavaPackage home = type.getPackage();
                boolean said = home.tryGetPackageInfo().isPresent();
                events.add(new SimpleConditionEvent(type, said, home.getName() + " has "
                        + (said ? "a" : "no") + " package-info"));
            }
        };
    }
}
