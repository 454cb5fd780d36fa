package id.kulkul.query.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything in which two moments of a case differ: state, holder, access, references of content, clocks. */
public final class CaseDiff {
    private CaseDiff() {}

    /** The differences, in the order in which a reader asks for them; empty where nothing changed. */
    public static List<CaseChange> between(PastCase before, PastCase after) {
        var changes = new ArrayList<CaseChange>();
        var old = before.card();
        var young = after.card();
        if (!old.state().equals(young.state())) changes.add(new CaseChange.State(old.state(), young.state()));
        if (!Objects.equals(old.holder(), young.holder()))
            changes.add(new CaseChange.Holder(old.holder(), young.holder()));
        changes.addAll(changed(old.readers(), young.readers(), Who::person, Object::equals, CaseChange.Reader::new));
        changes.addAll(changed(
                before.decisions(), after.decisions(), Function.identity(), Object::equals, CaseChange.Decision::new));
        changes.addAll(changed(
                before.items(),
                after.items(),
                item -> item.row().item(),
                (one, other) -> one.row().openings() == other.row().openings(),
                CaseChange.Content::new));
        changes.addAll(changed(
                old.clocks(), young.clocks(), clock -> clock.due().clock(), CaseDiff::stand, CaseChange.Clock::new));
        return List.copyOf(changes);
    }

    /** Days go by without being a change. */
    private static boolean stand(ClockRow one, ClockRow other) {
        return one.state() == other.state() && one.due().equals(other.due());
    }

    private static <K, V> List<CaseChange> changed(
            Collection<V> before,
            Collection<V> after,
            Function<V, K> key,
            BiPredicate<V, V> same,
            BiFunction<@Nullable V, @Nullable V, CaseChange> change) {
        var old = byKey(before, key);
        var young = byKey(after, key);
        Set<K> keys = new LinkedHashSet<>(old.keySet());
        keys.addAll(young.keySet());
        return keys.stream()
                .filter(each -> differs(old.get(each), young.get(each), same))
                .map(each -> change.apply(old.get(each), young.get(each)))
                .toList();
    }

    private static <V> boolean differs(@Nullable V one, @Nullable V other, BiPredicate<V, V> same) {
        return one == null || other == null || !same.test(one, other);
    }

    private static <K, V> Map<K, V> byKey(Collection<V> values, Function<V, K> key) {
        return values.stream()
                .collect(Collectors.toMap(key, Function.identity(), (one, two) -> one, LinkedHashMap::new));
    }
}
