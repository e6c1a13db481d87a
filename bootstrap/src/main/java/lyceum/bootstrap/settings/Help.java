package lyceum.bootstrap.settings;

import static java.util.stream.Collectors.joining;

/** The table of settings, to be read. */
final class Help {

    private static final String INTRODUCTION =
            """
            Settings are environment variables, or NAME=value lines of a .env file in the working directory.
            The environment wins; an empty value counts as none.
            """;

    private Help() {}

    static String text() {
        return KnownSettings.ALL.stream().map(Help::entry).collect(joining("\n", INTRODUCTION + "\n", "\n"));
    }

    private static String entry(Setting<?> setting) {
        String preset = setting.preset().isEmpty() ? "" : " (default " + setting.preset() + ")";
        return "%s%s%n    %s%n    %s".formatted(setting.name(), preset, setting.meaning(), setting.format().allowed());
    }
}
