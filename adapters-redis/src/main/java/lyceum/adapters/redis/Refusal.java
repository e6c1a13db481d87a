package lyceum.adapters.redis;

import io.lettuce.core.RedisCommandExecutionException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says in words why a server refused something, or did not answer. */
final class Refusal {

    /** Redis names a command in quotes; which quotes, and whether it does at all, depends on its release and the case. */
    private static final Pattern COMMAND = Pattern.compile("(?:the|command,?) ['`]([A-Za-z|]+)['`]");

    private Refusal() {}

    static String of(Throwable failure, String prefix) {
        var reason = failure;
        while (!(reason instanceof RedisCommandExecutionException) && reason.getCause() != null) {
            reason = reason.getCause();
        }
        var message = String.valueOf(reason.getMessage());
        if (!(reason instanceof RedisCommandExecutionException)) {
            return "Redis cannot be reached: " + message;
        }
        var named = COMMAND.matcher(message);
        return of(named.find() ? named.group(1).toUpperCase(Locale.ROOT) : "a command", message, prefix);
    }

    /** @param command what was refused */
    static String of(String command, String message, String prefix) {
        var small = message.toLowerCase(Locale.ROOT);
        if (small.contains("keys")) {
            return "no rights on keys " + prefix + "*: " + message;
        }
        boolean forbidden = small.contains("noperm") || small.contains("acl failure") || small.contains("unknown")
                || small.contains("can't run this command");
        return command + (forbidden ? " is not permitted: " : " fails: ") + message;
    }
}
