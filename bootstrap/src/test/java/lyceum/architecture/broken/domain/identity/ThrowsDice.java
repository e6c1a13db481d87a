package lyceum.architecture.broken.domain.identity;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

final class ThrowsDice {

    private ThrowsDice() {}

    static void all(List<Object> dice) {
        dice.add(Math.random());
        dice.add(new Random(1));
        dice.add(UUID.randomUUID());
        Collections.shuffle(dice);
    }
}
