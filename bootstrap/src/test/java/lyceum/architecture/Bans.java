package lyceum.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What permitted packages of the JDK would let in by the back door. The core is handed its time, threads and chance, so
 * that a test owns them all.
 */
final class Bans {

    /** Patterns of the full names of what is called; a constructor is called {@code <init>}. */
    static final List<Ban> ALL = List.of(
            new Ban(
                    "the core reads no clock",
                    "java.time.*.now[(](?!.*java.time.Clock).*",
                    "java.time.Clock.(system|tick).*",
                    "java.time.InstantSource.system.*",
                    "java.lang.System.(currentTimeMillis|nanoTime).*",
                    "java.util.Date.<init>[(][)]",
                    "java.util.Calendar.getInstance.*"),
            new Ban(
                    "the core has no thread of its own",
                    "java.lang.Thread[.$].*",
                    "java.util.Timer.*",
                    "java.util.concurrent.(Executors|ForkJoinPool|\\w*ThreadPoolExecutor)[.].*",
                    "java.util.concurrent.Comp.*Async[(](?!.*Executor).*",
                    "java.util.concurrent.CompletableFuture.(orTimeout|completeOnTimeout|delayedExecutor).*",
                    "java.util.*.parallel(Stream)?[(].*"),
            // An import pulls its rows, so it runs on a thread that its caller gives up for it.
            new Ban(
                    "the core never waits",
                    List.of("application.transfer.Batch"),
                    "java.lang.Object.wait.*",
                    "java.util.concurrent.(CompletableFuture|Future).(get|join)[(].*",
                    "java.util.concurrent.(CountDownLatch|CyclicBarrier|Phaser).await.*",
                    "java.util.concurrent.Semaphore.acquire.*",
                    "java.util.concurrent.*Queue.(take|put)[(].*"),
            new Ban(
                    "the core throws no dice",
                    "java.lang.Math.random.*",
                    "java.util.(Random|SplittableRandom|concurrent.ThreadLocalRandom)[.].*",
                    "java.util.UUID.randomUUID.*",
                    "java.util.Collections.shuffle[(]java.util.List[)]",
                    "java.security.SecureRandom[.].*"),
            new Ban(
                    "the core asks no environment",
                    "java.lang.System[.](?!arraycopy|identityHashCode|lineSeparator|currentTimeMillis|nanoTime).*",
                    "java.lang.(Process\\w*|Runtime)[.].*",
                    "java.util.Locale.(getDefault|setDefault).*",
                    "java.(time.ZoneId.systemDefault|util.TimeZone.getDefault).*",
                    "java.nio.charset.Charset.defaultCharset.*"));

    private Bans() {}

    static Stream<ArchRule> rules(House house) {
        return ALL.stream().map(ban -> ban.over(house));
    }

    record Ban(String rule, List<String> excused, List<Pattern> patterns) {

        Ban(String rule, String... patterns) {
            this(rule, List.of(), patterns);
        }

        Ban(String rule, List<String> excused, String... patterns) {
            this(rule, excused, Stream.of(patterns).map(Pattern::compile).toList());
        }

        ArchRule over(House house) {
            return noClasses()
                    .that()
                    .resideInAnyPackage(house.at("domain..", "application.."))
                    .and(not(house.includes(excused)))
                    .should()
                    .accessTargetWhere(describe("is banned", this::forbids))
                    .as(rule);
        }

        private boolean forbids(JavaAccess<?> access) {
            var target = access.getTarget().getFullName();
            return patterns.stream().anyMatch(pattern -> pattern.matcher(target).matches());
        }
    }
}
