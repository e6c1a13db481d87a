package lyceum.adapters.mongo;

import java.util.Locale;

/** How enum constants and categories are written in documents. */
final class Names {

    private Names() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E parse(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }

    /** The form in which a {@link lyceum.domain.course.CourseQuery} asks for a category. */
    static String categoryKey(String category) {
        return category.strip().replaceAll(" +", " ").toLowerCase(Locale.ROOT);
    }
}
