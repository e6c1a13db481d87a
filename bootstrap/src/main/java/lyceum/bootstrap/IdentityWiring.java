package lyceum.bootstrap;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import lyceum.adapters.redis.RedisAdapter;
import lyceum.adapters.web.WebOptions;
import lyceum.application.IdSource;
import lyceum.application.coherence.CoherenceStatistics;
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
import lyceum.application.identity.Revocations;
import lyceum.application.identity.Secrets;
import lyceum.application.identity.SharedSessions;
import lyceum.application.identity.Standing;
import lyceum.bootstrap.settings.Settings;
import lyceum.domain.identity.AccessTokenIssuer;
import lyceum.domain.identity.CommonPasswords;
import lyceum.domain.identity.PasswordHasher;
import lyceum.domain.identity.RevocationFeed;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.TokenStore;
import lyceum.domain.identity.UserRepository;

/** The part of the wiring that is about accounts, sessions and tokens. */
@Factory
final class IdentityWiring {

    /** What the names of the keys in Redis begin with. */
    private static final String PREFIX = "lyceum:";

    @Singleton
    TokenStore tokens(RedisAdapter redis) {
        return redis.tokenStore(PREFIX);
    }

    @Singleton
    SharedSessions sharedSessions(TokenStore shared, SessionRepository sessions) {
        return new SharedSessions(shared, sessions);
    }

    @Singleton
    Revocations revocations(Settings settings, MonotonicClock clock) {
        return new Revocations(
                settings.tokens().access(), settings.caching().coherence().bound(), clock);
    }

    @Singleton
    Standing standing(Revocations revocations, SessionRepository sessions, UserRepository users) {
        return new Standing(revocations, sessions, users);
    }

    @Singleton
    @Bean(preDestroy = "close")
    RevocationWatch revocationWatch(
            RevocationFeed feed,
            Revocations revocations,
            TokenStore shared,
            Settings settings,
            MonotonicClock clock,
            CoherenceStatistics statistics) {
        return new RevocationWatch(feed, revocations, shared, settings.caching().coherence().bound(), clock,
                statistics);
    }

    @Singleton
    Presence presence(
            SessionRepository sessions,
            SharedSessions shared,
            UserRepository users,
            Revocations revocations,
            VirtualExecution execution,
            InstantSource clock) {
        return new Presence(sessions, shared, users, revocations, execution, clock, Presence.INTERVAL,
                new LoggedOutage("reading again the accounts that are in use", () -> {}));
    }

    @Singleton
    RefreshChain refreshChain(WebOptions options, Secrets secrets) {
        return new RefreshChain(options.serverSecrets(), secrets);
    }

    @Singleton
    OpenSession openSession(
            SessionRepository sessions,
            SharedSessions shared,
            RefreshChain chain,
            AccessTokenIssuer issuer,
            IdSource ids,
            Secrets secrets,
            Settings settings,
            InstantSource clock) {
        var lifetimes = new OpenSession.Lifetimes(
                settings.tokens().access(), settings.tokens().refresh());
        return new OpenSession(sessions, shared, chain, issuer, ids, secrets, lifetimes, clock);
    }

    @Singleton
    EndSessions endSessions(
            SessionRepository sessions, UserRepository users, SharedSessions shared, Revocations revocations) {
        return new EndSessions(sessions, users, shared, revocations);
    }

    @Singleton
    RefreshSession refreshSession(
            SessionRepository sessions,
            UserRepository users,
            RefreshChain chain,
            OpenSession tokens,
            EndSessions endings,
            InstantSource clock) {
        return new RefreshSession(sessions, users, chain, tokens, endings, clock);
    }

    @Singleton
    LoginThrottle loginThrottle(PasswordHasher hasher, RedisAdapter redis, WebOptions options, MonotonicClock clock) {
        return new LoginThrottle(hasher, redis.attempts(PREFIX), options.serverSecrets().getFirst(), clock);
    }

    @Singleton
    LogIn logIn(UserRepository users, PasswordHasher hasher, LoginThrottle throttle, OpenSession sessions) {
        return new LogIn(users, hasher, throttle, sessions);
    }

    @Singleton
    ChangePassword changePassword(
            UserRepository users,
            PasswordHasher hasher,
            LoginThrottle throttle,
            OpenSession sessions,
            EndSessions endings) {
        return new ChangePassword(users, hasher, throttle, sessions, endings);
    }

    @Singleton
    RegistrationThrottle registrationThrottle(RedisAdapter redis, WebOptions options, MonotonicClock clock) {
        return new RegistrationThrottle(redis.attempts(PREFIX), options.serverSecrets().getFirst(), clock);
    }

    @Singleton
    RegisterUser registerUser(
            UserRepository users,
            PasswordHasher hasher,
            RegistrationThrottle throttle,
            IdSource ids,
            InstantSource clock) {
        return new RegisterUser(users, hasher, throttle, ids, clock);
    }

    @Singleton
    NewPasswords newPasswords(CommonPasswords common) {
        return new NewPasswords(common);
    }

    @Singleton
    ManageAccounts manageAccounts(UserRepository users, SessionRepository sessions, EndSessions endings) {
        return new ManageAccounts(users, sessions, endings);
    }

    @Singleton
    ReadProfile readProfile(
            UserRepository users,
            SessionRepository sessions,
            SharedSessions shared,
            Presence presence,
            InstantSource clock) {
        return new ReadProfile(users, sessions, shared, presence, clock);
    }
}
