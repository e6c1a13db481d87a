package lyceum.architecture.broken.application.course;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

final class AsksTheEnvironment {

    private AsksTheEnvironment() {}

    static List<Object> all() {
        return List.of(
                System.lineSeparator(),
                System.getenv(),
                Runtime.getRuntime(),
                Locale.getDefault(),
                ZoneId.systemDefault(),
                Charset.defaultCharset());
    }
}
