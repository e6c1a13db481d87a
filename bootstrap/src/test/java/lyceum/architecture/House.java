package lyceum.architecture;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_PACKAGE_INFOS;
import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;

/** A root package and the rooms below it. Rules name rooms only, so they can be tried on the broken house too. */
record House(String root) {

    static final House LYCEUM = new House("lyceum");

    static final House BROKEN = new House("lyceum.architecture.broken");

    /** Another module's tests are a folder in {@code test}, which ArchUnit knows, and a jar in {@code verify}. */
    private static final ImportOption NO_TEST_JAR = location -> !location.contains("-tests.jar");

    /** What annotation processors write has such names, and is not ours to judge. */
    private static final ImportOption NOTHING_GENERATED =
            location -> !location.contains("/$") && !location.contains("$Intercepted.");

    /** The program itself. */
    static JavaClasses program() {
        return importer()
                .withImportOption(DO_NOT_INCLUDE_TESTS)
                .withImportOption(NO_TEST_JAR)
                .importPackages(LYCEUM.root);
    }

    static JavaClasses broken() {
        return importer().importPackages(BROKEN.root);
    }

    private static ClassFileImporter importer() {
        return new ClassFileImporter()
                .withImportOption(DO_NOT_INCLUDE_PACKAGE_INFOS)
                .withImportOption(NOTHING_GENERATED);
    }

    String at(String room) {
        return root + "." + room;
    }

    String[] at(String... rooms) {
        return Arrays.stream(rooms).map(this::at).toArray(String[]::new);
    }

    /** Whether a class is one of those named, from its room on. */
    DescribedPredicate<JavaClass> includes(List<String> names) {
        var full = names.stream().map(this::at).toList();
        return DescribedPredicate.describe("are listed", it -> full.contains(it.getName()));
    }
}
