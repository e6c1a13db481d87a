package lyceum.adapters.web.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import lyceum.adapters.web.TrustedProxies;
import lyceum.adapters.web.WebOptions;
import lyceum.adapters.web.WebOptions.TokenKeys;
import lyceum.adapters.web.problem.ProblemException;
import lyceum.adapters.web.problem.ProblemType;
import lyceum.contract.PasswordHasherContract;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.PasswordHasher;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class Argon2HasherTest implements PasswordHasherContract {

    private static final TokenKeys KEYS = TokenKeys.of("0123456789abcdef0123456789abcdef");

    private final Argon2Hasher hasher = new Argon2Hasher(WebOptions.of(KEYS, 1, 2, TrustedProxies.NONE));

    @AfterEach
    void stop() {
        hasher.stop();
    }

    @Override
    public PasswordHasher hasher() {
        return hasher;
    }

    @Test
    void theParametersAreThoseThatWereChosen() {
        for (var hash : List.of(hasher.hash("correct horse"), hasher.nobodys())) {
            assertThat(hash.value()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").hasSize(97);
        }
    }

    /** There is room for three of each: one whose work is done, and two who wait. */
    @Test
    @Timeout(60)
    void turnsGoBeforeHashesAndEitherHasRoomOfItsOwn() throws Exception {
        var small = new Argon2Hasher(new WebOptions(KEYS, "lyceum", "lyceum-api", 1, 1, 2, TrustedProxies.NONE));
        var begun = new CountDownLatch(1);
        var busy = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> small.inTurn(() -> {
                begun.countDown();
                return await(busy);
            }));
            begun.await();
            var hashes = waiting(3, () -> small.hash("correct horse").value());
            full(() -> small.hash("correct horse"));
            var turns = waiting(2, () -> small.inTurn(() -> hashes.stream().noneMatch(FutureTask::isDone)));
            full(() -> small.inTurn(() -> true));
            busy.countDown();
            assertThat(first.get()).isTrue();
            for (var turn : turns) {
                assertThat(turn.get()).as("no hash was made before").isTrue();
            }
            for (var hash : hashes) {
                assertThat(hash.get()).startsWith("$argon2id$");
            }
        }
        assertThat(small.<Boolean>inTurn(() -> true)).as("there is room again").isTrue();
        small.stop();
    }

    /** All of them are in line when this returns: there is nothing else that they could wait for. */
    private static <T> List<FutureTask<T>> waiting(int many, Callable<T> work) {
        var tasks = new ArrayList<FutureTask<T>>();
        for (var i = 0; i < many; i++) {
            var task = new FutureTask<>(work);
            var thread = Thread.startVirtualThread(task);
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            tasks.add(task);
        }
        return tasks;
    }

    private static void full(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(ProblemException.class, full -> {
            assertThat(full.problem().type()).isEqualTo(ProblemType.UNAVAILABLE);
            assertThat(full.problem().headers()).containsEntry("Retry-After", "1");
        });
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    @Test
    void aHashThatIsCutShortMatchesNothing() {
        var hash = hasher.hash("correct horse").value();
        for (var length = 0; length < hash.length(); length += 4) {
            var cut = new PasswordHash(hash.substring(0, length));
            assertThat(hasher.matches("correct horse", cut)).as(cut.value()).isFalse();
            assertThat(hasher.isOutdated(cut)).as(cut.value()).isTrue();
        }
    }

    /** By chance, one password in 256 would match a hash of one byte. */
    @Test
    void aHashOfAFewBytesMatchesNothing() {
        var four = Password.hash("correct horse")
                .addRandomSalt(16)
                .with(Argon2Function.getInstance(1_024, 1, 1, 4, Argon2.ID))
                .getResult();
        assertThat(hasher.matches("correct horse", new PasswordHash(four))).isFalse();
    }

    @Test
    void aHashThatAsksForAllMemoryMatchesNothing() {
        var hash = hasher.hash("correct horse").value().replace("m=19456", "m=2147483647");
        assertThat(hasher.matches("correct horse", new PasswordHash(hash))).isFalse();
    }
}
