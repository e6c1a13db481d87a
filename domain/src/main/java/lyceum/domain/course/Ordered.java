package lyceum.domain.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lists whose elements have an id and whose order is the position. */
final class Ordered {

    private Ordered() {}

    static <T> Optional<T> find(List<T> list, Function<T, String> id, String wanted) {
        return list.stream().filter(element -> id.apply(element).equals(wanted)).findFirst();
    }

    /** Puts the element at a position from 1, in place of the one with its id if there is one. */
    static <T> List<T> place(List<T> list, Function<T, String> id, T element, int position) {
        var others = new ArrayList<>(remove(list, id, id.apply(element)));
        others.add(Math.clamp(position - 1, 0, others.size()), element);
        return others;
    }

    static <T> List<T> remove(List<T> list, Function<T, String> id, String unwanted) {
        return list.stream().filter(element -> !id.apply(element).equals(unwanted)).toList();
    }
}
