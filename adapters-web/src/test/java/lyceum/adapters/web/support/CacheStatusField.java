package lyceum.adapters.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads Cache-Status fields: lists of structured fields (RFC 9651) with what RFC 9211 allows in them, and nothing else. */
public final class CacheStatusField {

    /** One cache; a parameter without a value is "?1". */
    public record Member(String cache, Map<String, String> parameters) {}

    private static final String TOKEN = "[A-Za-z*][!#$%&'*+.^_`|~0-9A-Za-z:/-]*";
    private static final String TEXT = "\"(?:[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\"\\\\])*\"";
    private static final Pattern CACHE = Pattern.compile(TOKEN + '|' + TEXT);
    private static final Pattern PARAMETER =
            Pattern.compile("; *([a-z*][a-z0-9_.*-]*)(?:=(-?[0-9]{1,15}|" + TOKEN + '|' + TEXT + "))?");
    private static final Pattern COMMA = Pattern.compile("[ \t]*,[ \t]*");

    private static final Map<String, Pattern> VALUES = Map.of(
            "hit", Pattern.compile("\\?1"),
            "fwd", Pattern.compile("bypass|method|uri-miss|vary-miss|miss|request|stale|partial"),
            "fwd-status", Pattern.compile("[1-5][0-9]{2}"),
            "ttl", Pattern.compile("-?[0-9]+"),
            "stored", Pattern.compile("\\?1"),
            "collapsed", Pattern.compile("\\?1"),
            "key", Pattern.compile(TEXT),
            "detail", CACHE);

    private static final Set<String> OF_FORWARDS = Set.of("fwd-status", "stored", "collapsed");

    private CacheStatusField() {}

    public static List<Member> read(String field) {
        var members = new ArrayList<Member>();
        var at = member(field, 0, members);
        while (at < field.length()) {
            var comma = COMMA.matcher(field).region(at, field.length());
            assertThat(comma.lookingAt()).as("a comma at %s of %s", at, field).isTrue();
            at = member(field, comma.end(), members);
        }
        assertThat(members).allSatisfy(CacheStatusField::check);
        return members;
    }

    /** @return where it ends */
    private static int member(String field, int at, List<Member> members) {
        var cache = CACHE.matcher(field).region(at, field.length());
        assertThat(cache.lookingAt()).as("a cache at %s of %s", at, field).isTrue();
        var parameters = new LinkedHashMap<String, String>();
        var end = cache.end();
        var parameter = PARAMETER.matcher(field);
        while (parameter.region(end, field.length()).lookingAt()) {
            var value = parameter.group(2) == null ? "?1" : parameter.group(2);
            assertThat(parameters.put(parameter.group(1), value)).as("twice in %s", field).isNull();
            end = parameter.end();
        }
        members.add(new Member(cache.group(), parameters));
        return end;
    }

    private static void check(Member member) {
        var given = member.parameters();
        given.forEach((name, value) -> assertThat(value).as("%s", name).matches(VALUES.getOrDefault(name, CACHE)));
        assertThat(VALUES.keySet()).containsAll(given.keySet());
        assertThat(given.containsKey("hit")).as("either hit or fwd: %s", given).isNotEqualTo(given.containsKey("fwd"));
        assertThat(given.containsKey("fwd") || given.keySet().stream().noneMatch(OF_FORWARDS::contains))
                .as("of forwards only: %s", given)
                .isTrue();
    }
}
