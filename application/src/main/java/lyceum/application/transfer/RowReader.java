package lyceum.application.transfer;

import java.util.List;
import lyceum.domain.course.Module;
import lyceum.domain.validation.InvalidInput;
import lyceum.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/** Understands rows: their words, units and ways of writing numbers and dates. Whether a value is allowed is the domain's affair. */
final class RowReader {

    private final Mapping mapping;

    RowReader(Mapping mapping) {
        this.mapping = mapping;
    }

    /** @throws InvalidInput naming every field that cannot be understood */
    CoursePatch read(ImportRow.Read row) {
        var rules = Rules.begin();
        var cells = new Cells(row, mapping, rules);
        var externalId = cells.read(Field.EXTERNAL_ID, Texts::line);
        var patch = patch(row.line(), externalId == null ? "" : externalId, cells, modules(row, rules));
        rules.require(
                externalId != null, Field.EXTERNAL_ID.fieldName(),
                "is missing: without it a course can't be known again");
        rules.enforce();
        return patch;
    }

    private static CoursePatch patch(
            long line, String externalId, Cells cells, @Nullable List<Module> modules) {
        return new CoursePatch(
                line,
                externalId,
                cells.read(Field.TITLE, Texts::line),
                cells.read(Field.SLUG, Texts::line),
                cells.read(Field.SUMMARY, Texts::line),
                cells.read(Field.DESCRIPTION, Texts::paragraphs),
                cells.read(Field.CATEGORY, Texts::line),
                cells.read(Field.DIFFICULTY, Synonyms.DIFFICULTY::read),
                cells.read(Field.LANGUAGE, Languages::tag),
                cells.read(Field.TAGS, Texts::list),
                cells.read(Field.INSTRUCTOR, Texts::line),
                minutes(cells),
                cells.read(Field.PRICE, Numbers::price),
                cells.read(Field.STATE, Synonyms.STATE::read),
                cells.read(Field.RATING_AVERAGE, Numbers::fraction),
                cells.read(Field.RATING_COUNT, Numbers::count),
                cells.read(Field.ENROLLMENT_COUNT, Numbers::count),
                cells.read(Field.PUBLISHED_AT, Dates::instant),
                modules);
    }

    private static @Nullable Integer minutes(Cells cells) {
        var minutes = cells.read(Field.DURATION_MINUTES, Durations::minutes);
        return minutes != null ? minutes : cells.read(Field.DURATION_HOURS, Durations::hours);
    }

    private @Nullable List<Module> modules(ImportRow.Read row, Rules rules) {
        return ModuleReader.read(row.fields().get(mapping.column(Field.MODULES)), rules);
    }
}
