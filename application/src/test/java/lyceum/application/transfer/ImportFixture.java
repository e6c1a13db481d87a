package lyceum.application.transfer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import lyceum.application.IdSource;
import lyceum.application.cache.CacheStatistics;
import lyceum.application.cache.Patience;
import lyceum.application.cache.Policy;
import lyceum.application.cache.TieredCache;
import lyceum.application.cache.Ttl;
import lyceum.application.cache.TtlClass;
import lyceum.application.cache.TtlPolicy;
import lyceum.application.course.CourseEncoder;
import lyceum.application.course.CourseWrites;
import lyceum.application.course.Representations;
import lyceum.domain.cache.Body;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.course.Course;
import lyceum.domain.course.CoursePage;
import lyceum.domain.course.CourseQuery;
import lyceum.domain.course.CourseRepository;
import lyceum.fake.InMemoryCourseRepository;
import lyceum.fake.ManualClock;
import lyceum.fake.ManualExecution;

/** The import over a store, with all that it needs besides. */
public final class ImportFixture {

    public final ManualClock clock = new ManualClock();
    public final CourseRepository courses;
    public final List<Rejection> rejections = new ArrayList<>();
    public final List<ImportReport> progress = new ArrayList<>();
    public final ImportCourses imports;

    public ImportFixture() {
        this(new InMemoryCourseRepository());
    }

    public ImportFixture(CourseRepository courses, CacheTier... tiers) {
        this.courses = courses;
        var execution = ManualExecution.direct(clock);
        var ttls = new EnumMap<TtlClass, Ttl>(TtlClass.class);
        Set.of(TtlClass.values()).forEach(each -> ttls.put(each, Ttl.of(Duration.ofMinutes(1))));
        var cache = new TieredCache(new Policy(
                List.of(tiers),
                new TtlPolicy(Map.of(), ttls, Duration.ofSeconds(1), 0, () -> 0),
                new Patience(Duration.ofSeconds(1), Duration.ZERO, Duration.ofSeconds(30)),
                Duration.ofMinutes(1),
                clock,
                execution,
                new CacheStatistics(),
                () -> 0,
                Set.of()));
        var writes = new CourseWrites(courses, new Representations(new NoEncoder()), cache, execution);
        imports = new ImportCourses(courses, writes, ids(), clock);
    }

    public ImportReport run(ImportSource source, Mapping mapping) {
        return imports.run(source, mapping, rejections::add, progress::add);
    }

    public ImportReport run(ImportRow... rows) {
        return run(source(List.of(rows).iterator()), Mapping.NONE);
    }

    public Course course(String externalId) {
        return courses.findByExternalIds(Set.of(externalId)).getFirst();
    }

    public List<Course> all() {
        var all = new ArrayList<Course>();
        courses.forEach(all::add);
        return all;
    }

    public static IdSource ids() {
        var last = new AtomicLong();
        return () -> "%024x".formatted(last.incrementAndGet());
    }

    /** A row whose line is 1, of names and values in turn. */
    public static ImportRow.Read row(Object... namesAndValues) {
        return rowAt(1, namesAndValues);
    }

    public static ImportRow.Read rowAt(long line, Object... namesAndValues) {
        var fields = new HashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return new ImportRow.Read(line, fields, 100);
    }

    public static ImportSource source(Iterator<? extends ImportRow> rows) {
        return new ImportSource() {
            @Override
            public Optional<Set<String>> columns() {
                return Optional.empty();
            }

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public ImportRow next() {
                return rows.next();
            }
        };
    }

    private static final class NoEncoder implements CourseEncoder {
        @Override
        public Body course(Course course) {
            return Body.of(course.id().value());
        }

        @Override
        public Body page(CourseQuery query, CoursePage page) {
            return Body.of("page");
        }
    }
}
