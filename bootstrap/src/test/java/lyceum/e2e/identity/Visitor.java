package lyceum.e2e.identity;

import lyceum.e2e.Client;
import lyceum.e2e.Client.Reply;
import org.jspecify.annotations.Nullable;

/** Somebody with an account of their own, in their first session. */
record Visitor(String id, String email, Tokens tokens) {

    static final String PASSWORD = "a visitor's password";

    static Visitor at(Client client, String email) {
        var form = "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Visitor\"}".formatted(email, PASSWORD);
        var id = client.json("POST", "/auth/register", form).string("id");
        return new Visitor(id, email, signIn(client, email, PASSWORD, null));
    }

    /** On another device. */
    Tokens signIn(Client client, String device) {
        return signIn(client, email, PASSWORD, device);
    }

    static Tokens signIn(Client client, String email, String password, @Nullable String device) {
        var form = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
        return Tokens.of(device == null
                ? client.json("POST", "/auth/login", form)
                : client.json("POST", "/auth/login", form, "User-Agent", device));
    }

    static Reply refresh(Client client, String token) {
        return client.json("POST", "/auth/refresh", "{\"refresh_token\":\"" + token + "\"}");
    }

    String access() {
        return tokens.access();
    }
}
