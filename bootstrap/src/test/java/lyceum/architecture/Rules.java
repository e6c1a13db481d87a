package lyceum.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Every rule of the house. What is not in here is not tried on the broken house. */
final class Rules {

    private Rules() {}

    static Stream<ArchRule> of(House house) {
        return Stream.of(Visions.rules(house), Owners.rules(house), Bans.rules(house), Doors.rules(house),
                Manners.rules(house)).flatMap(rules -> rules);
    }
}
