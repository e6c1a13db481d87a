package lyceum.e2e.identity;

import lyceum.e2e.Client.Reply;

/** What a session's owner has of it. */
record Tokens(String access, String refresh) {

    static Tokens of(Reply reply) {
        if (reply.status() != 200) {
            throw new AssertionError("no tokens: " + reply.status() + ' ' + reply.text());
        }
        return new Tokens(reply.string("access_token"), reply.string("refresh_token"));
    }
}
