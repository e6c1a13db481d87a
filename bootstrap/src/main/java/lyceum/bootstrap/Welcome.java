package lyceum.bootstrap;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import lyceum.bootstrap.FirstStart.NewAdmin;
import lyceum.bootstrap.embedded.EmbeddedServers;
import lyceum.bootstrap.settings.Settings;

/** What a newcomer reads once everything runs. */
record Welcome(Settings settings, EmbeddedServers servers, String url, long courses, Optional<NewAdmin> admin) {

    String text() {
        return """

                Lyceum is ready at %1$s after %2$.1f s: %3$d courses, MongoDB %4$s, Redis %5$s

                  read     curl -i '%1$s/courses?search=python'
                           curl -i '%1$s/courses?sort_by=top_rated&page_size=3'
                           (twice: the header Cache-Status names the tier that answered)
                  look     %1$s/docs          every route, to try in the browser
                           %1$s/cache/stats   what the tiers did
                %6$s
                Ctrl-C stops everything that was started.
                """
                .formatted(url, seconds(), courses, mongo(), redis(), credentials());
    }

    private static double seconds() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
    }

    private String mongo() {
        return settings.stores().mongo().map(uri -> "at " + uri).orElseGet(
                () -> "embedded, data in " + settings.stores().data());
    }

    private String redis() {
        return settings.stores().redis().map(uri -> "at " + uri).orElse("embedded");
    }

    private String credentials() {
        return admin.map(account -> """
                  write    curl '%s/auth/login' -d username=%s -d 'password=%s'
                           (the first admin; this password is shown only now)
                """.formatted(url, account.email().value(), account.password().value())).orElse("");
    }
}
