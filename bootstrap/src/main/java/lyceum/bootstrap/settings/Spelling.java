package lyceum.bootstrap.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that was probably meant. */
final class Spelling {

    private Spelling() {}

    /** Nothing comes close if more than a third of the letters would have to change. */
    static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(candidate -> distance(word, candidate) <= candidate.length() / 3);
    }

    /** Levenshtein's: how many letters to add, to drop or to change. */
    static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            above = nextRow(above, one.charAt(row - 1), other, row);
        }
        return above[other.length()];
    }

    private static int[] nextRow(int[] above, char letter, String other, int row) {
        int[] next = new int[above.length];
        next[0] = row;
        for (int column = 1; column < next.length; column++) {
            int change = above[column - 1] + (letter == other.charAt(column - 1) ? 0 : 1);
            next[column] = Math.min(change, Math.min(above[column], next[column - 1]) + 1);
        }
        return next;
    }
}
