package lyceum.bootstrap;

import io.micronaut.context.annotation.Prototype;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import lyceum.adapters.web.transfer.CatalogueFormat;
import lyceum.application.identity.Password;
import lyceum.application.identity.RegisterUser;
import lyceum.application.identity.Secrets;
import lyceum.application.transfer.ImportCourses;
import lyceum.application.transfer.Mapping;
import lyceum.bootstrap.embedded.EmbeddedServers;
import lyceum.bootstrap.settings.Secret;
import lyceum.bootstrap.settings.Settings;
import lyceum.domain.course.CourseQuery;
import lyceum.domain.course.CourseRepository;
import lyceum.domain.course.SortBy;
import lyceum.domain.identity.Email;

/** What an empty store needs before it is of use: an admin, and with the embedded store something to look at. */
@Prototype
final class FirstStart {

    private static final String CATALOGUE = "/catalogue/courses.ndjson";
    private static final Email DEFAULT_ADMIN = new Email("admin@lyceum.example");

    /** An account that was opened just now. */
    record NewAdmin(Email email, Secret password) {}

    private final Settings settings;
    private final EmbeddedServers servers;
    private final RegisterUser register;
    private final Secrets secrets;
    private final ImportCourses imports;
    private final CourseRepository courses;

    FirstStart(
            Settings settings,
            EmbeddedServers servers,
            RegisterUser register,
            Secrets secrets,
            ImportCourses imports,
            CourseRepository courses) {
        this.settings = settings;
        this.servers = servers;
        this.register = register;
        this.secrets = secrets;
        this.imports = imports;
        this.courses = courses;
    }

    /** Opens the first admin's account; a password that was made up is in the answer, and nowhere else. */
    Optional<NewAdmin> admin() {
        var chosen = settings.administrator();
        if (chosen.isPresent()) {
            register.registerFirstAdmin(chosen.get().email(), new Password(chosen.get().password().value()));
            return Optional.empty();
        }
        if (!servers.mongoEmbedded()) {
            return Optional.empty();
        }
        var password = secrets.next().substring(0, 20);
        return register.registerFirstAdmin(DEFAULT_ADMIN, new Password(password))
                .map(user -> new NewAdmin(user.email(), new Secret(password)));
    }

    void sampleCatalogue() {
        if (!servers.mongoEmbedded() || !settings.sampleCatalogue() || published() > 0) {
            return;
        }
        try (var rows = Objects.requireNonNull(FirstStart.class.getResourceAsStream(CATALOGUE))) {
            imports.run(CatalogueFormat.NDJSON.open(rows, Mapping.NONE), Mapping.NONE, _ -> {}, _ -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long published() {
        return courses.list(CourseQuery.firstPage(SortBy.RECENT)).total();
    }
}
