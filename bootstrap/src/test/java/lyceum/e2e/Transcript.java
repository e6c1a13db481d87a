package lyceum.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lyceum.e2e.Canaries.Kind;
import lyceum.e2e.Client.Reply;

/** What was answered, and what is not supposed to be in it. */
final class Transcript {

    private static final List<String> GIVE_TOKENS = List.of("/auth/login", "/auth/refresh", "/auth/password");
    private static final List<String> SHOW_ACCOUNTS = List.of("/auth/register", "/auth/me", "/users");

    private final List<Reply> replies = new ArrayList<>();
    private final StringBuilder raw = new StringBuilder();

    Reply keep(Reply reply) {
        replies.add(reply);
        return reply;
    }

    /** An answer to what was not sent as a request of a client. */
    void keep(String answer) {
        raw.append(answer).append('\n');
    }

    String text() {
        var text = new StringBuilder(raw);
        replies.forEach(reply -> text.append(text(reply)).append('\n'));
        return text.toString();
    }

    /** What is in an answer and does not belong there. */
    List<String> leaks(Canaries canaries) {
        return Stream.concat(
                replies.stream().flatMap(reply -> leaks(canaries, text(reply), allowed(reply), title(reply))),
                leaks(canaries, raw.toString(), List.of(Kind.PLANTED), "raw answers"))
                .toList();
    }

    private static Stream<String> leaks(Canaries canaries, String text, List<Kind> allowed, String title) {
        var found = canaries.in(text, allowed);
        return found.isEmpty() ? Stream.empty() : Stream.of(title + ": " + found);
    }

    private static List<Kind> allowed(Reply reply) {
        var allowed = new ArrayList<>(List.of(Kind.PLANTED));
        if (reply.status() / 100 == 2) {
            var path = reply.response().uri().getPath();
            if (GIVE_TOKENS.contains(path)) {
                allowed.add(Kind.TOKEN);
            }
            if (SHOW_ACCOUNTS.stream().anyMatch(path::startsWith)) {
                allowed.add(Kind.PERSONAL);
            }
        }
        return allowed;
    }

    private static String text(Reply reply) {
        return reply.response().headers().map() + "\n" + reply.text();
    }

    private static String title(Reply reply) {
        var request = reply.response().request();
        return request.method() + ' ' + request.uri().getPath() + ' ' + reply.status();
    }
}
