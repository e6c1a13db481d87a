package lyceum.adapters.web.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import lyceum.adapters.web.WebOptions.TokenKeys;
import lyceum.adapters.web.identity.VerifiedTokens.Digest;
import lyceum.fake.ManualClock;
import org.junit.jupiter.api.Test;

final class VerifiedTokensTest {

    private final TokenInstance instance = new TokenInstance(TokenKeys.of(TokenInstance.SECRET), new ManualClock());

    @Test
    void whatIsKeptIsFoundAgain() {
        var memory = new VerifiedTokens(16);
        var claims = instance.claims();
        memory.keep(Digest.of("token"), 1, claims);
        assertThat(memory.find(Digest.of("token"), 1)).isSameAs(claims);
        assertThat(memory.find(Digest.of("Token"), 1)).isNull();
    }

    @Test
    void whereAllPlacesAreTakenALaterTokenDisplacesOneEarlierOne() {
        var memory = new VerifiedTokens(4);
        var digests = LongStream.range(0, 5).mapToObj(each -> new Digest(each << 32, each, 0, 0)).toList();
        var last = digests.getLast();
        digests.forEach(digest -> memory.keep(digest, 1, instance.claims()));
        assertThat(memory.find(last, 1)).isNotNull();
        assertThat(digests.stream().filter(digest -> memory.find(digest, 1) != null)).hasSize(4);
    }

    @Test
    void whatOtherKeysFoundGoodIsDisplacedFirst() {
        var memory = new VerifiedTokens(4);
        var digests = LongStream.range(0, 4).mapToObj(each -> new Digest(each << 32, 0, 0, 0)).toList();
        digests.forEach(digest -> memory.keep(digest, 1, instance.claims()));
        digests.forEach(digest -> memory.keep(digest, 2, instance.claims()));
        assertThat(digests).allMatch(digest -> memory.find(digest, 2) != null);
    }

    /** Digests that begin alike share a place, and are still told apart. */
    @Test
    void wholeDigestsAreCompared() {
        var memory = new VerifiedTokens(16);
        memory.keep(new Digest(1, 2, 3, 4), 1, instance.claims());
        assertThat(memory.find(new Digest(1, 2, 3, 5), 1)).isNull();
        assertThat(memory.find(new Digest(1, 2, 5, 4), 1)).isNull();
        assertThat(memory.find(new Digest(1, 5, 3, 4), 1)).isNull();
        assertThat(memory.find(new Digest(17, 2, 3, 4), 1)).isNull();
    }

    @Test
    void otherKeysForgetEverything() {
        var memory = new VerifiedTokens(16);
        memory.keep(Digest.of("token"), 1, instance.claims());
        assertThat(memory.find(Digest.of("token"), 2)).isNull();
    }

    @Test
    void theSizeIsAPowerOfTwo() {
        assertThatThrownBy(() -> new VerifiedTokens(2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VerifiedTokens(12)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Everything that can be reached from the verifier after it has verified: no text in there is a token, or a part of one. */
    @Test
    void noTokenIsKept() throws IllegalAccessException {
        var tokens = IntStream.range(0, 50).mapToObj(_ -> instance.token()).toList();
        assertThat(tokens).allMatch(instance::accepts);
        var texts = textsIn(instance);
        assertThat(texts).contains("token-1", "5".repeat(24));
        assertThat(texts).noneMatch(text -> text.contains(".eyJ") || tokens.stream().anyMatch(text::contains));
        var secondParts = tokens.stream().map(token -> token.split("\\.", -1)[1]).toList();
        var signatures = tokens.stream().map(token -> token.split("\\.", -1)[2]).toList();
        assertThat(texts).doesNotContainAnyElementsOf(secondParts).doesNotContainAnyElementsOf(signatures);
    }

    private static List<String> textsIn(Object root) throws IllegalAccessException {
        var texts = new ArrayList<String>();
        var seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var next = new ArrayDeque<>(List.of(root));
        while (!next.isEmpty()) {
            var object = next.pop();
            if (!seen.add(object)) {
                continue;
            }
            switch (object) {
                case String text -> texts.add(text);
                case AtomicReferenceArray<?> array -> {
                    for (var i = 0; i < array.length(); i++) {
                        Optional.ofNullable(array.get(i)).ifPresent(next::push);
                    }
                }
                default -> pushFields(object, next);
            }
        }
        return texts;
    }

    private static void pushFields(Object object, ArrayDeque<Object> next) throws IllegalAccessException {
        if (!object.getClass().getName().startsWith("lyceum.")) {
            return;
        }
        for (var field : object.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            if (!Modifier.isStatic(field.getModifiers())) {
                Optional.ofNullable(field.get(object)).ifPresent(next::push);
            }
        }
    }
}
