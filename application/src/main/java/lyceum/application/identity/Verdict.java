package lyceum.application.identity;

import lyceum.domain.identity.Actor;

/** Whether somebody who shows a token is let in. */
public sealed interface Verdict {

    /** With the role that the account has now, whatever the token says. */
    record Admitted(Actor actor) implements Verdict {}

    /** The token is revoked, by itself or with its session, its account or everybody's. */
    record Refused() implements Verdict {}

    /** Memory cannot tell. */
    record Unknown() implements Verdict {}
}
