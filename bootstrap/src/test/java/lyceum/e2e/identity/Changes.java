package lyceum.e2e.identity;

import java.util.List;
import lyceum.e2e.Client;
import lyceum.e2e.Client.Reply;

/** All there is to revoke, through the first member. */
final class Changes {

    private final Fleet fleet;
    private final Client admin;

    Changes(Fleet fleet) {
        this.fleet = fleet;
        this.admin = fleet.admin();
    }

    /** To be made in this order: the last one signs everybody out. */
    List<Change> all() {
        var visitor = fleet.visitor();
        var promoted = fleet.visitor();
        return List.of(
                logout(fleet.first(), anotherSession(visitor).access()),
                givenBack(anotherSession(visitor)),
                givenBackByRefreshToken(anotherSession(visitor)),
                ended(visitor, anotherSession(visitor)),
                passwordChanged(fleet.visitor()),
                promoted(promoted),
                demoted(promoted),
                signedOutEverywhere(promoted),
                disabled(fleet.visitor()),
                deleted(fleet.visitor()),
                everybodySignedOut(visitor));
    }

    private Tokens anotherSession(Visitor visitor) {
        return visitor.signIn(fleet.first().anonymous(), "another device");
    }

    static Change logout(Member at, String token) {
        return Change.refusal("logout", token, () -> expect(at.with(token).delete("/auth/logout")));
    }

    private Change givenBack(Tokens tokens) {
        return Change.refusal("access token given back", tokens.access(), () -> giveBack(tokens.access()));
    }

    private Change givenBackByRefreshToken(Tokens tokens) {
        return Change.refusal("refresh token given back", tokens.access(), () -> giveBack(tokens.refresh()));
    }

    private void giveBack(String token) {
        expect(fleet.first().anonymous().json("POST", "/auth/revoke", "{\"token\":\"" + token + "\"}"));
    }

    private Change ended(Visitor visitor, Tokens other) {
        var path = "/auth/sessions/" + fleet.first().me(other.access()).string("session_id");
        return Change.refusal("another session ended", other.access(), () -> expect(at(visitor).delete(path)));
    }

    private Change passwordChanged(Visitor visitor) {
        return Change.refusal("password changed", visitor.access(),
                () -> expect(at(visitor).json("PUT", "/auth/password", newPassword())));
    }

    static String newPassword() {
        return "{\"current_password\":\"%s\",\"new_password\":\"quite another one\"}".formatted(Visitor.PASSWORD);
    }

    Change promoted(Visitor visitor) {
        return new Change("promoted", () -> patch(visitor, "{\"role\":\"admin\"}"), visitor.access(), Changes::write,
                403, 201);
    }

    private Change demoted(Visitor visitor) {
        return new Change("demoted", () -> patch(visitor, "{\"role\":\"student\"}"), visitor.access(),
                Changes::administer, 200, 403);
    }

    private Change disabled(Visitor visitor) {
        return Change.refusal("disabled", visitor.access(), () -> patch(visitor, "{\"state\":\"disabled\"}"));
    }

    private Change deleted(Visitor visitor) {
        return Change.refusal("deleted", visitor.access(), () -> expect(admin.delete("/users/" + visitor.id())));
    }

    private Change signedOutEverywhere(Visitor visitor) {
        return Change.refusal("signed out everywhere", visitor.access(),
                () -> expect(admin.delete("/users/" + visitor.id() + "/sessions")));
    }

    private Change everybodySignedOut(Visitor visitor) {
        return Change.refusal("everybody signed out", visitor.access(), () -> expect(admin.delete("/sessions")));
    }

    private Client at(Visitor visitor) {
        return fleet.first().with(visitor.access());
    }

    private void patch(Visitor visitor, String change) {
        expect(admin.json("PATCH", "/users/" + visitor.id(), change));
    }

    static void expect(Reply reply) {
        if (reply.status() >= 300) {
            throw new AssertionError("not acknowledged: " + reply.status() + ' ' + reply.text());
        }
    }

    private static Reply write(Client client) {
        return client.json("POST", "/courses",
                "{\"title\":\"Promoted\",\"category\":\"Roles\",\"difficulty\":\"beginner\"}");
    }

    static Reply administer(Client client) {
        return client.get("/users?limit=1");
    }
}
