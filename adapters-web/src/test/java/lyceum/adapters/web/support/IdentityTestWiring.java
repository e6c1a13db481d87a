package lyceum.adapters.web.support;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import lyceum.adapters.web.WebOptions;
import lyceum.application.identity.ChangePassword;
import lyceum.application.identity.EndSessions;
import lyceum.application.identity.LogIn;
import lyceum.application.identity.LoginThrottle;
import lyceum.application.identity.ManageAccounts;
import lyceum.application.identity.NewPasswords;
import lyceum.application.identity.OpenSession;
import lyceum.application.identity.Presence;
import lyceum.application.identity.ReadProfile;
import lyceum.application.identity.RefreshChain;
import lyceum.application.identity.RefreshSession;
import lyceum.application.identity.RegisterUser;
import lyceum.application.identity.RegistrationThrottle;
import lyceum.application.identity.Secrets;
import lyceum.application.identity.SharedSessions;
import lyceum.application.identity.Standing;
import lyceum.domain.identity.AccessTokenIssuer;
import lyceum.domain.identity.CommonPasswords;
import lyceum.domain.identity.PasswordHasher;
import lyceum.fake.HeardTurns;

/** The real use cases of accounts over a {@link World}. */
@Factory
final class IdentityTestWiring {

    private final World world;

    IdentityTestWiring(World world) {
        this.world = world;
    }

    @Singleton
    Secrets secrets() {
        return () -> (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "").substring(0, 43);
    }

    @Singleton
    SharedSessions sharedSessions() {
        return new SharedSessions(world.tokens, world.sessions);
    }

    @Singleton
    Standing standing() {
        return new Standing(world.revocations, world.sessions, world.users);
    }

    @Singleton
    Presence presence(SharedSessions shared) {
        return new Presence(
                world.sessions,
                shared,
                world.users,
                world.revocations,
                world.execution,
                world.clock,
                Presence.INTERVAL,
                new HeardTurns());
    }

    @Singleton
    RefreshChain refreshChain(WebOptions options, Secrets secrets) {
        return new RefreshChain(options.serverSecrets(), secrets);
    }

    @Singleton
    OpenSession openSession(SharedSessions shared, RefreshChain chain, AccessTokenIssuer issuer, Secrets secrets) {
        var lifetimes = new OpenSession.Lifetimes(Duration.ofMinutes(15), Duration.ofDays(7));
        return new OpenSession(world.sessions, shared, chain, issuer, world.ids, secrets, lifetimes, world.clock);
    }

    @Singleton
    EndSessions endSessions(SharedSessions shared) {
        return new EndSessions(world.sessions, world.users, shared, world.revocations);
    }

    @Singleton
    RefreshSession refreshSession(RefreshChain chain, OpenSession tokens, EndSessions endings) {
        return new RefreshSession(world.sessions, world.users, chain, tokens, endings, world.clock);
    }

    @Singleton
    LoginThrottle throttle(PasswordHasher hasher, WebOptions options) {
        return new LoginThrottle(
                world.hasher.around(hasher), world.attempts, options.serverSecrets().getFirst(), world.clock);
    }

    @Singleton
    LogIn logIn(PasswordHasher hasher, LoginThrottle throttle, OpenSession sessions) {
        return new LogIn(world.users, world.hasher.around(hasher), throttle, sessions);
    }

    @Singleton
    ChangePassword changePassword(
            PasswordHasher hasher, LoginThrottle throttle, OpenSession sessions, EndSessions endings) {
        return new ChangePassword(world.users, world.hasher.around(hasher), throttle, sessions, endings);
    }

    @Singleton
    RegisterUser registerUser(PasswordHasher hasher, WebOptions options) {
        var throttle = new RegistrationThrottle(
                world.attempts, options.serverSecrets().getFirst(), world.clock);
        return new RegisterUser(world.users, world.hasher.around(hasher), throttle, world.ids, world.clock);
    }

    @Singleton
    NewPasswords newPasswords(CommonPasswords common) {
        return new NewPasswords(common);
    }

    @Singleton
    ManageAccounts manageAccounts(EndSessions endings) {
        return new ManageAccounts(world.users, world.sessions, endings);
    }

    @Singleton
    ReadProfile readProfile(SharedSessions shared, Presence presence) {
        return new ReadProfile(world.users, world.sessions, shared, presence, world.clock);
    }
}
