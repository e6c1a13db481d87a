package lyceum.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import java.util.stream.Stream;

/** What holds for everybody in the house. */
final class Manners {

    private Manners() {}

    static Stream<ArchRule> rules(House house) {
        return Stream.of(cycles(house), names(house), injection(house), errors(house));
    }

    /** Every package is a slice, in whichever module it lies. */
    private static ArchRule cycles(House house) {
        return slices().matching(house.at("(**)")).should().beFreeOfCycles().as("no packages go round in a circle");
    }

    private static ArchRule names(House house) {
        return noClasses()
                .that()
                .resideInAPackage(house.root() + "..")
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helpers?|Managers?)")
                .as("a name says what a class is for");
    }

    private static ArchRule injection(House house) {
        return noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(house.root() + "..")
                .should()
                .beAnnotatedWith(Inject.class)
                .as("whoever needs something asks in the constructor");
    }

    /** A JVM that is out of memory must not be taken for a tier that is down. */
    private static ArchRule errors(House house) {
        return noCodeUnits()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(house.at("domain..", "application.."))
                .should(have(describe("a handler for any Throwable", Manners::catchesAll)))
                .as("the core catches no errors");
    }

    private static boolean catchesAll(JavaCodeUnit code) {
        return code.getTryCatchBlocks().stream()
                .flatMap(block -> block.getCaughtThrowables().stream())
                .anyMatch(caught -> caught.isEquivalentTo(Throwable.class) || caught.isEquivalentTo(Error.class));
    }
}
